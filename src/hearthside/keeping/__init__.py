"""Keeping: keys, envelopes, the index, backups. It knows bytes only."""

from __future__ import annotations

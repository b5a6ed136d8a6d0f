"""The threshold: where a person comes in."""

from __future__ import annotations

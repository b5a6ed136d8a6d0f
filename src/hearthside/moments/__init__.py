"""Moments: a rupture named, every return to it, and how it rests."""

from __future__ import annotations

"""Each idea by itself: no face, no clock, no disk."""

from __future__ import annotations

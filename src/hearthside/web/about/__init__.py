"""About this program: its version, how to update it, and what remains of it."""

from __future__ import annotations

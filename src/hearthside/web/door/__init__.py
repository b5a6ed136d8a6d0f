"""The door: who is let in, the plain page for everyone else, and leaving."""

from __future__ import annotations

"""The room for words: a message received, or one that may be sent."""

from __future__ import annotations

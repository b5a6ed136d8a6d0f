"""The house as someone at the browser or the terminal meets it."""

from __future__ import annotations

"""Stories: a person, a real browser, a real server."""

from __future__ import annotations

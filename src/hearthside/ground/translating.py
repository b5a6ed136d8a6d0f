"""Marking a text for translators, without knowing who will translate it.

The faces hand these texts to gettext; the ideas only mark them.
"""

from __future__ import annotations

from pathlib import Path

LOCALE = Path(__file__).parents[1] / "locale"
"""Where translations lie for both faces, under the domain "django"."""


def gettext_noop(text: str) -> str:
    """Return *text* as it is; ``makemessages`` finds it by this name."""
    return text

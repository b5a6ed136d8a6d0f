"""What the terminal says, in the language it is set to."""

from __future__ import annotations

import gettext as catalogues
from functools import cache

from hearthside.ground.translating import LOCALE


@cache
def catalogue() -> catalogues.NullTranslations:
    """Return the translations that the surroundings ask for; none leave all as is."""
    return catalogues.translation("django", LOCALE, fallback=True)


def gettext(text: str) -> str:
    """Return *text*, which isn't empty, as this terminal's language says it."""
    return catalogue().gettext(text)

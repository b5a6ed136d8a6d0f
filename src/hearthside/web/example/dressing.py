"""What makes the house of this process an example, told before it is built."""

from __future__ import annotations

from django.conf import settings

from hearthside.web.settings import MIDDLEWARE, TEMPLATES

HOUSE = "hearthside.web.example.house"


def dress(*, opened_by: str) -> None:
    """Have the house open to whoever comes in, and marked on every page.

    *opened_by* is the page that the example was started from, if it was.
    """
    settings.EXAMPLE_OPENED_BY = opened_by
    MIDDLEWARE.append(f"{HOUSE}.OpenAlready")
    TEMPLATES[0]["OPTIONS"]["context_processors"].append(f"{HOUSE}.said")

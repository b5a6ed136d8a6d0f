"""The numbers, on a page that needs no script and holds nobody's words."""

from __future__ import annotations

import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hearthside.web.numbers import Country, countries

REGION = re.compile(r"[a-z]{2,3}-([A-Z]{2})\b", re.IGNORECASE)


@require_safe
def numbers(request: HttpRequest) -> HttpResponse:
    """Show every number there is, by country."""
    return render(request, "numbers/numbers.html", numbers_for(request))


def numbers_for(request: HttpRequest) -> dict[str, list[Country]]:
    """Return the countries, those the browser's languages name apart from the rest.

    A browser set to "en-GB" may well be elsewhere, so that only decides what
    stands first, and every country is named.
    """
    named = REGION.findall(request.headers.get("Accept-Language", "").lower())
    return {
        "near": [country for country in countries() if country.id in named],
        "elsewhere": [country for country in countries() if country.id not in named],
    }

"""The numbers, on a page that needs no script and holds nobody's words."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hearthside.web.numbers import countries


@require_safe
def numbers(request: HttpRequest) -> HttpResponse:
    """Show every number there is, by country."""
    return render(request, "numbers/numbers.html", {"countries": countries()})

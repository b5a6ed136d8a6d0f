"""Which version this is, where the home lies, and what stays behind."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Show the version, the way to a newer one, and what remains afterwards."""
    home = Path(settings.DATABASES["default"]["NAME"]).parent
    page = {"version": version("hearthside"), "home": home}
    return render(request, "about/about.html", page)

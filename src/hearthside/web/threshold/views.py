"""The threshold, and the choice of its light."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

LIGHTS = ("dusk", "dawn", "system")


@require_GET
def threshold(request: HttpRequest) -> HttpResponse:
    """Show the one sentence and the doors."""
    return render(request, "threshold/threshold.html")


@require_POST
def light(request: HttpRequest) -> HttpResponse:
    """Keep the light someone chose while they are here, and go back to the page."""
    chosen = request.POST.get("light")
    if chosen in LIGHTS:
        request.session["light"] = chosen
    back = request.POST.get("back", "")
    is_ours = back.startswith("/") and url_has_allowed_host_and_scheme(back, None)
    return redirect(back if is_ours else "threshold:threshold")

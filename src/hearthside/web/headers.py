"""What every answer carries, and which requests get none of ours.

The headers are one constant, so that no page can differ by accident.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.http.request import (
    UnreadablePostError,
    split_domain_port,
    validate_host,
)
from django.utils.translation import gettext as _

Answer = Callable[[HttpRequest], HttpResponseBase]

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
        " font-src 'self'; connect-src 'self'; form-action 'self';"
        " base-uri 'none'; frame-ancestors 'none'"
    ),
    # "no-referrer" makes Chromium send "Origin: null", and every form is refused.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

AT_ONCE = 1024 * 1024  # bytes (chosen)


class Headers:
    """The outermost layer: refuses what comes from elsewhere, dresses the rest."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Return the answer to *request*, with every header on it."""
        answer = self.get_response(request) if is_at_home(request) else refused(request)
        let_it_all_arrive(request)
        for name, value in HEADERS.items():
            answer[name] = value
        if not answer.has_header("Cache-Control"):  # a file has one of its own
            answer["Cache-Control"] = "no-store"
        return answer


def is_at_home(request: HttpRequest) -> bool:
    """Return whether *request* names this machine, and comes from our own pages.

    A page elsewhere that has its name point at this machine still sends its own
    name as the Host; a form elsewhere sends its own address as the Origin.
    """
    host = request.META.get("HTTP_HOST", "")
    domain, _port = split_domain_port(host)
    if not domain or not validate_host(domain, settings.ALLOWED_HOSTS):
        return False
    origin = request.META.get("HTTP_ORIGIN")
    return origin is None or origin == f"{request.scheme}://{host}"


def let_it_all_arrive(request: HttpRequest) -> None:
    """Take in and drop what *request* still sends, so that its answer is read.

    A browser whose sending is cut off shows an error of its own instead.
    """
    with suppress(UnreadablePostError):
        while request.read(AT_ONCE):
            pass


def refused(request: HttpRequest) -> HttpResponse:
    """Return the plain sentence for a request from elsewhere."""
    return HttpResponse(
        _("This address answers only its own pages, on this computer."),
        content_type="text/plain; charset=utf-8",
        status=403,
    )

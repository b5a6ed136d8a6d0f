"""What stands between a request and every page.

Nobody let in: every address answers with the plain page, except the numbers
(they hold nobody's words) and the files that pages are made of. After leaving
there is no exception at all.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from hearthside.web.door.latch import latch

LET_IN = "let_in"  # what a session holds when the launch secret was right


class Door:
    """Lets in whoever came through the launcher; shows all others a plain page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Return the page asked for, or the plain one."""
        if is_let_in(request) or is_for_everyone(request.path_info):
            return self.get_response(request)
        return plain_page(request)


def is_let_in(request: HttpRequest) -> bool:
    """Return whether *request* brings a session that a launch secret opened."""
    return not latch.has_left and request.session.get(LET_IN) is True


def is_for_everyone(path: str) -> bool:
    """Return whether *path* answers without being let in.

    Opening and leaving do, always: each of them looks for itself.
    """
    if path.startswith(reverse("door:ask")) or path == reverse("door:leave"):
        return True
    return not latch.has_left and path.startswith(("/numbers/", settings.STATIC_URL))


def plain_page(request: HttpRequest, *, is_leaving: bool = False) -> HttpResponse:
    """Return the page that says nothing about what lies behind it."""
    with_numbers = not (is_leaving or latch.has_left)
    return render(request, "door/plain.html", {"with_numbers": with_numbers})

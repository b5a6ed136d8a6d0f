"""What stands between a request and every page.

Nobody let in: every address answers with the plain page, except the numbers
(they hold nobody's words) and the files that pages are made of. After leaving
there is no exception at all, not even for what was asked just before.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from hearthside.web import waiting
from hearthside.web.door.latch import latch

LET_IN = "let_in"  # the visit that a launch secret opened for a session
NOWHERE = 404


class Door:
    """Lets in whoever came through the launcher; shows all others a plain page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Return the page asked for, or the plain one."""
        visit = latch.visit
        let_in = is_let_in(request)
        if not (let_in or is_for_everyone(request.path_info)):
            return plain_page(request)
        answer = self.get_response(request)
        if latch.visit != visit and request.path_info != reverse("door:leave"):
            answer.close()
            return too_late(request)
        if answer.status_code == NOWHERE and not let_in:
            return plain_page(request)
        return answer


def is_let_in(request: HttpRequest) -> bool:
    """Return whether *request* brings a session that a launch secret opened."""
    return not latch.has_left and request.session.get(LET_IN) == latch.visit


def is_for_everyone(path: str) -> bool:
    """Return whether *path* answers without being let in.

    Opening and leaving do, always: each of them looks for itself.
    """
    if path.startswith(reverse("door:ask")) or path == reverse("door:leave"):
        return True
    return not latch.has_left and path.startswith(("/numbers/", settings.STATIC_URL))


def too_late(request: HttpRequest) -> HttpResponse:
    """Return the plain page to what was asked before leaving and is done after it.

    Words that came in between would wait for nobody, so they go too.
    """
    waiting.empty()
    request.session.flush()
    return plain_page(request)


def plain_page(request: HttpRequest, *, is_leaving: bool = False) -> HttpResponse:
    """Return the page that says nothing about what lies behind it."""
    with_numbers = not (is_leaving or latch.has_left)
    return render(request, "door/plain.html", {"with_numbers": with_numbers})

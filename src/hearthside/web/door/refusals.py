"""What is said when something can't be done: one plain sentence, never a word sent."""

from __future__ import annotations

from django.contrib.sessions.exceptions import SessionInterrupted
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from hearthside.web.door.middleware import plain_page


def refusal(request: HttpRequest, sentence: str, status: int) -> HttpResponse:
    """Return *sentence* on a page of its own."""
    return render(request, "door/refused.html", {"sentence": sentence}, status=status)


def from_before(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose page is older than this visit."""
    sentence = _(
        "That page was from before, so nothing was read or kept. Open the page again;"
        " going back may show your words, or may not."
    )
    return refusal(request, sentence, 403)


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer what can't be read, or is too much to take in."""
    if isinstance(exception, SessionInterrupted):  # someone left in that moment
        return plain_page(request)
    if isinstance(exception, RequestDataTooBig):
        sentence = _(
            "That is more than fits in one go, so nothing was read. Take the part"
            " that matters to you."
        )
        return refusal(request, sentence, 413)
    sentence = _("That didn’t arrive in a form we can read. Go back and try again.")
    return refusal(request, sentence, 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer what isn't open to anyone."""
    return refusal(request, _("That page isn’t open."), 403)


def nowhere(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address where there is nothing."""
    return refusal(request, _("There is no page at this address."), 404)


def broken(request: HttpRequest) -> HttpResponse:
    """Answer when something of ours broke."""
    sentence = _(
        "Something here broke, and it is not because of your words. What was kept is"
        " still kept. Going back may show what you typed, or may not."
    )
    return refusal(request, sentence, 500)

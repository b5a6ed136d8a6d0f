"""Words someone may send: what they are for, then room to think."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from hearthside.web.numbers.views import numbers_for
from hearthside.web.words import danger
from hearthside.web.words.entries import Draft
from hearthside.web.words.views import with_entry
from hearthside.words import PURPOSES, Purpose, ask


@require_safe
@with_entry(Draft)
def draft(request: HttpRequest, id_: str, entry: Draft) -> HttpResponse:
    """Show the draft as it was written, and ask what it is for."""
    page = {"id": id_, "entry": entry, "purposes": PURPOSES}
    page |= danger.in_a_draft(request, entry)
    return render(request, "words/drafts/draft.html", page)


@require_POST
@with_entry(Draft)
def purpose(request: HttpRequest, id_: str, entry: Draft) -> HttpResponse:
    """Keep what the draft is for."""
    chosen = request.POST.get("purpose", "")
    entry.trouble = "" if chosen in PURPOSES else "unchosen"
    if chosen not in PURPOSES:
        return redirect(reverse("words:draft", args=[id_]) + "#purpose")
    entry.purpose = chosen
    return redirect("words:questions", id_)


@require_safe
@with_entry(Draft)
def questions(request: HttpRequest, id_: str, entry: Draft) -> HttpResponse:
    """Show the draft with its questions, or with none and the numbers."""
    if not entry.purpose:
        return redirect("words:draft", id_)
    purpose = Purpose(entry.purpose)
    page = {"id": id_, "entry": entry, "purpose": PURPOSES[purpose]}
    page["questions"] = ask(entry.words, purpose, heed_danger=entry.heeds_danger)
    page["may_be_danger"] = danger.may_be_in(entry)
    page |= numbers_for(request)
    return render(request, "words/drafts/questions.html", page)


@require_POST
@with_entry(Draft)
def not_that(request: HttpRequest, id_: str, entry: Draft) -> HttpResponse:
    """Read the draft like any other: the one who knows said it isn't that."""
    entry.heeds_danger = False
    return redirect("words:draft", id_)

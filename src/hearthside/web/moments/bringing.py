"""One's own past, brought in: looked at first, then kept all at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from hearthside.ground.errors import HearthsideError
from hearthside.moments.found import About, about
from hearthside.moments.moment import Moment
from hearthside.moments.past import Past, from_json, from_markdown
from hearthside.web import waiting
from hearthside.web.keeping.store import Keeper
from hearthside.web.moments import store
from hearthside.web.moments.again import again, kept_here
from hearthside.web.moments.finding import TO_SORT
from hearthside.web.waiting import Entry

PAGES = (".md", ".markdown", ".txt")
EXPORTS = (".json",)
SHOWN = 50  # of what couldn't be read (chosen)


class NoFile(HearthsideError):
    """Nothing came that could be read."""

    def __init__(self) -> None:
        super().__init__(
            "Nothing came that can be read here. Choose Markdown or text files, or a"
            " JSON export of Day One or jrnl, 64 MB at most in one go."
        )


@dataclass(slots=True)
class Brought(Entry):
    """What was read from files, before it is kept."""

    name: ClassVar[str] = "brought"
    moments: tuple[Moment, ...] = ()
    here: int = 0
    """How many of those in the files were left out, being here already."""
    unread: tuple[str, ...] = ()
    """A sentence for each thing that couldn't be read, with its file and place."""

    @property
    def days(self) -> list[date]:
        """Return the days they are of, earliest first."""
        return sorted(one.happened for one in self.moments if one.happened)


@kept_here
def past(request: HttpRequest, keeper: Keeper) -> HttpResponse:
    """Ask for the files, or read them and show what is in them."""
    if request.method != "POST":
        return render(request, "moments/past/choose.html", again(request))
    now = timezone.localtime()
    read, unread = read_files(request.FILES.getlist("files"), now=now)
    new = unlike(store.lines(keeper, "moment").values(), read)
    entry = Brought(
        "",
        moments=tuple(new),
        here=len(read) - len(new),
        unread=tuple(unread),
    )
    return redirect("moments:past-read", waiting.keep(request, entry))


@kept_here
def brought(request: HttpRequest, keeper: Keeper, id_: str) -> HttpResponse:
    """Show how much was read and what couldn't be; or keep it, all or none."""
    entry = waiting.find(request, id_, Brought)
    if entry is None:
        return redirect("moments:past")
    if request.method == "POST":
        if "keep" in request.POST:
            store.put_all(keeper, entry.moments)
        waiting.let_go(request, id_)
        kept = "keep" in request.POST
        return redirect(
            f"{reverse('moments:all')}?{TO_SORT}" if kept else "moments:past"
        )
    page = {"id": id_, "entry": entry, "unread": entry.unread[:SHOWN]}
    page |= {"more": max(0, len(entry.unread) - SHOWN), "first": entry.moments[:3]}
    return render(request, "moments/past/read.html", page | again(request))


def read_files(
    files: Iterable[UploadedFile[bytes]], *, now: datetime
) -> tuple[list[Moment], list[str]]:
    """Return the moments in *files*, and a sentence for each that can't be read.

    Files of other kinds, as pictures in a folder, are passed over.

    Raises:
        NoFile: there is none of a kind that is known.
    """
    pages: dict[str, bytes] = {}
    pasts: list[Past] = []
    for number, file in enumerate(files):
        name = file.name or ""
        if name.lower().endswith(PAGES):
            pages[f"{number}/{name}" if name in pages else name] = file.read()
        elif name.lower().endswith(EXPORTS):
            pasts.append(from_json(file.read(), file=name, now=now))
    if not pages and not pasts:
        raise NoFile
    pasts.append(from_markdown(pages, now=now))
    moments = [one for past in pasts for one in past.moments]
    return moments, [str(one) for past in pasts for one in past.unread]


def unlike(lines: Iterable[About], read: Iterable[Moment]) -> list[Moment]:
    """Return those *read* that no line tells of yet: by their time and first line."""
    here = {(line.at, line.first) for line in lines}
    new = []
    for one in read:
        told = about(one)
        if (told.at, told.first) not in here:
            here.add((told.at, told.first))
            new.append(one)
    return new

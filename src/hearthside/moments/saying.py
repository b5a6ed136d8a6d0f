"""The words for what was chosen, in the language of whoever reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from .choices import CAME, FELT, FELT_BY_THEM, FORMS, FORMS_OF_MINE
from .moment import Moment, Return

Say = Callable[[str], str]
"""What puts a text into the reader's language: a face's gettext."""


def label(id: str, choices: Mapping[str, str], say: Say) -> str:
    """Return the words for *id*; the id itself where a later version knows more."""
    return say(choices.get(id, id)) if id else ""


def labels(ids: Iterable[str], choices: Mapping[str, str], say: Say) -> list[str]:
    """Return the words for each of *ids*."""
    return [label(id, choices, say) for id in ids]


def came_by(return_: Return, say: Say = str, words: Mapping[str, str] = CAME) -> str:
    """Return in a few words who came back and how; empty where neither was said."""
    came = words.get(f"{return_.by} {return_.how}".strip(), "")
    return say(came) if came else ""


def forms_of(moment: Moment) -> Mapping[str, str]:
    """Return what the forms of *moment* are called: by the one hurt, or who hurt."""
    return FORMS_OF_MINE if moment.whose == "mine" else FORMS


def felt_in(moment: Moment) -> Mapping[str, str]:
    """Return the answers to how a return landed, in oneself or in the other."""
    return FELT_BY_THEM if moment.whose == "mine" else FELT

"""Sentences that every face says of a reading."""

from __future__ import annotations

from typing import Literal, NamedTuple

from hearthside.ground.translating import gettext_noop as _
from hearthside.words.weighing import Absent, Centre

CENTRES: dict[Centre, str] = {
    "the_one_hurt": _("They centre the person who was hurt."),
    "the_one_who_hurt": _("They centre the person who did it."),
    "both": _(
        "In part they centre the person who was hurt, in part the person who did it."
    ),
}
ABSENT: dict[Absent, str] = {
    "impact": _("how it was for you"),
    "question": _("a question to you"),
    "next": _("what comes next"),
}

Whose = Literal["theirs", "mine"]


class Met(NamedTuple):
    """How words that may be about dying are met."""

    heading: str
    says: str


DANGER: dict[Whose, Met] = {
    "theirs": Met(
        _("Someone may be saying here that they want to die"),
        _(
            "If it could be now, call the emergency number for them. You can take it"
            " seriously without doing what they ask, and you don’t have to be alone"
            " with it."
        ),
    ),
    "mine": Met(
        _("Some of these words may be about not wanting to live"),
        _(
            "You don’t have to be alone with that. Someone can listen now, and if it"
            " could be now, the emergency number is for you too."
        ),
    ),
}

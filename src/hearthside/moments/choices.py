"""What can be chosen for a moment: every id that is kept, and the words for it.

The ids are kept for ever; the words may change.
"""

from __future__ import annotations

from hearthside.ground.translating import gettext_noop as _
from hearthside.words.landing import LANDED

BODY = {
    "fight": _("Fight: hot, tense, ready to push back"),
    "flight": _("Flight: wanting to get away"),
    "freeze": _("Freeze: stuck, blank, far away"),
    "fawn": _("Fawn: smoothing it over, being good"),
    "bracing": _("Bracing: waiting for the next one"),
    "else": _("Something else"),
    "nothing": _("Nothing, or I can’t tell"),
}
"""What a body did; none of it is a fault."""

FORMS = {
    "silence": _("A silence"),
    "tone": _("A tone"),
    "timing": _("The timing"),
    "look": _("A look"),
    "unanswered": _("Something of mine went unanswered"),
    "dismissed": _("I was brushed off"),
    "misunderstood": _("I was misunderstood"),
    "not_asked": _("They didn’t ask about me"),
    "withdrawn": _("They pulled away"),
    "blamed": _("I was blamed"),
    "denied": _("It was said not to have happened"),
    "bracing": _("I was bracing for something"),
}
"""What a rupture can look like, besides one's own words for it."""

PACES = {
    "flash": _("In a flash"),
    "slowly": _("Slowly"),
    "many": _("It wasn’t one thing"),
    "long_ago": _("Long ago"),
}
WHOSE = {
    "mine": _("Mine to mend"),
    "theirs": _("Theirs"),
    "between": _("Between us"),
    "unknown": _("I don’t know yet"),
}
BONDS = {
    "partner": _("A partner"),
    "friend": _("A friend"),
    "family": _("Family"),
    "colleague": _("Someone at work"),
    "carer": _("Someone who looks after me, or has a say over me"),
    "group": _("A group"),
    "institution": _("An institution"),
    "self": _("Myself"),
}
"""Whom or what a moment is with."""

STRUCTURES = {
    "health": _("Healthcare"),
    "school": _("School"),
    "law": _("The law"),
    "faith": _("Faith"),
    "therapy": _("Therapy"),
    "work": _("Work and money"),
}
"""Where a rupture belongs to more than two people."""

BY = {
    "me": _("Me"),
    "them": _("Them"),
    "both": _("Both of us"),
    "other": _("Someone else"),
}
HOW = {
    "said": _("Said"),
    "written": _("Written"),
    "gesture": _("A gesture"),
    "pause": _("A pause before answering"),
    "softened": _("A softened tone"),
}
"""How a return came."""

FELT = LANDED
"""How a return landed, by the one who was hurt."""

FOR_PEACE = {
    "yes": _("Yes, to keep the peace"),
    "no": _("No, I meant it"),
    "unsure": _("I’m not sure"),
}

ENDINGS = {
    "mended": _("Mended"),
    "open": _("Still open"),
    "grieved": _("Grieved"),
    "let_go": _("Let go"),
    "carried": _("Carried with others"),
}
"""How a moment rests: five endings of equal dignity."""

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

BODY_SHORT = {
    "fight": _("Fight"),
    "flight": _("Flight"),
    "freeze": _("Freeze"),
    "fawn": _("Fawn"),
    "bracing": _("Bracing"),
    "else": _("Something in the body"),
    "nothing": _("Nothing, or not known"),
}
"""The same in a word, for a line in a list."""

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

FORMS_OF_MINE = {
    "silence": _("A silence"),
    "tone": _("A tone"),
    "timing": _("The timing"),
    "look": _("A look"),
    "unanswered": _("I left something of theirs unanswered"),
    "dismissed": _("I brushed them off"),
    "misunderstood": _("I misunderstood them"),
    "not_asked": _("I didn’t ask about them"),
    "withdrawn": _("I pulled away"),
    "blamed": _("I blamed them"),
    "denied": _("I said it hadn’t happened"),
    "bracing": _("They were bracing for something from me"),
}
"""The same forms, said by the one who hurt."""

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

CAME = {
    "me said": _("You spoke"),
    "me written": _("You wrote"),
    "me gesture": _("Your gesture"),
    "me pause": _("You paused"),
    "me softened": _("You softened"),
    "me": _("You"),
    "them said": _("They spoke"),
    "them written": _("They wrote"),
    "them gesture": _("Their gesture"),
    "them pause": _("They paused"),
    "them softened": _("They softened"),
    "them": _("They"),
    "both said": _("You both spoke"),
    "both written": _("You both wrote"),
    "both gesture": _("A gesture"),
    "both pause": _("Both paused"),
    "both softened": _("Both softened"),
    "both": _("You both"),
    "other said": _("Someone else spoke"),
    "other written": _("Someone else wrote"),
    "other gesture": _("A gesture"),
    "other pause": _("A pause"),
    "other softened": _("A softer tone"),
    "other": _("Someone else"),
    "said": _("Spoken"),
    "written": _("Written"),
    "gesture": _("A gesture"),
    "pause": _("A pause"),
    "softened": _("A softer tone"),
    "": "",
}
"""Who came back and how, in a few words: the ids of both, joined by a space."""

CAME_ON_PAPER = CAME | {
    "me said": _("I spoke"),
    "me written": _("I wrote"),
    "me gesture": _("My gesture"),
    "me pause": _("I paused"),
    "me softened": _("I softened"),
    "me": _("I"),
    "both said": _("We both spoke"),
    "both written": _("We both wrote"),
    "both": _("We both"),
}
"""The same, where another person may read it: there, "you" would be the reader."""

FELT = LANDED
"""How a return landed, by the one who was hurt."""

FELT_BY_THEM = FELT | {"tolerated": _("They felt tolerated, not met")}
"""The same, as far as the one who hurt knows."""

FELT_SHORT = {
    "landed": _("It landed"),
    "part": _("Part of it"),
    "not": _("It didn’t"),
    "tolerated": _("Tolerated, not met"),
    "later": _("Not yet"),
    "unknown": _("I don’t know"),
    "": _("Left open"),
}
"""The same in a few words; an empty id where nothing was answered."""

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

PARTS = {
    "healing": _("What kind of moment it is"),
    "title": _("What you call it"),
    "happened": _("The day it happened"),
    "body": _("What your body did"),
    "words": _("What happened"),
    "forms": _("What it looked like"),
    "form": _("What it looked like, in your words"),
    "pace": _("How it came"),
    "whose": _("Whose it is to mend"),
    "bond": _("Who it is with"),
    "structure": _("Where it belongs"),
    "story": _("The story you tell yourself"),
    "needed": _("What you needed"),
    "my_part": _("Your part"),
    "returns": _("A return"),
    "rests": _("How it rests"),
    "promises": _("A day to come back to it"),
    "namings": _("Named again"),
    "to_sort": _("Still to be sorted"),
}
"""Every part of a moment that can be changed."""

PARTS_ON_PAPER = PARTS | {
    "title": _("What I call it"),
    "body": _("What my body did"),
    "story": _("The story I tell myself"),
    "needed": _("What I needed"),
    "my_part": _("My part"),
}
"""The same, where another person may read it."""

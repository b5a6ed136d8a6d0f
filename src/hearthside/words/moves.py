"""The thirty moves a message can make.

A move is something the words of a message do. It says nothing about the person.
``says`` speaks to the one who received the words; ``definition`` says when a
reader marks it. Texts are marked for translators here and translated by the faces.
"""

from __future__ import annotations

from dataclasses import dataclass

from hearthside.ground.translating import gettext_noop as _
from hearthside.words.groups import FAMILIES, GROUPS, Family, Group
from hearthside.words.sources import SOURCES

__all__ = ["FAMILIES", "GROUPS", "MOVES", "Family", "Group", "Move"]


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that words can do."""

    id: str
    group: Group
    heading: str
    says: str
    definition: str
    source: str

    @property
    def family(self) -> Family:
        """Return the family of the move's group."""
        return self.group.family


MOVES = {
    move.id: move
    for move in (
        Move(
            "hurt_named",
            GROUPS["hurt"],
            _("Names a hurt"),
            _("These words say that something hurt the one who wrote them."),
            _(
                "The writer says that they were hurt, lonely, let down or afraid with "
                "someone."
            ),
            SOURCES["sanford"],
        ),
        Move(
            "need_named",
            GROUPS["need"],
            _("Names a need"),
            _("These words say what the writer needs, or asks for, with you."),
            _(
                "The writer says what they need or ask for themselves in the "
                "relationship."
            ),
            SOURCES["speed"],
        ),
        Move(
            "boundary",
            GROUPS["need"],
            _("Sets a limit"),
            _(
                "These words say what the writer will not do or take. A limit is "
                "theirs to set."
            ),
            _("The writer sets a limit for themselves, or asks to be left in peace."),
            SOURCES["speed"],
        ),
        Move(
            "bid",
            GROUPS["bid"],
            _("Reaches out"),
            _("These words reach for you. What that is like, only you know."),
            _(
                "The writer reaches for the other as a person: to meet, to talk, to "
                "know how they are."
            ),
            SOURCES["driver"],
        ),
        Move(
            "acknowledges",
            GROUPS["owning"],
            _("Says what they did"),
            _(
                "These words name something the writer did or left undone, or grant "
                "you a point."
            ),
            _(
                "The writer plainly names an act or omission of their own, or grants "
                "the other’s point about it."
            ),
            SOURCES["schumann"],
        ),
        Move(
            "takes_responsibility",
            GROUPS["owning"],
            _("Takes it on"),
            _("These words say that it was theirs, or that it was wrong."),
            _(
                "The writer says that it was theirs, or wrong, or not okay, without "
                "turning it round."
            ),
            SOURCES["lewicki"],
        ),
        Move(
            "says_sorry",
            GROUPS["owning"],
            _("Says sorry"),
            _("A sorry stands here, for something done."),
            _("The writer apologises for something done, however small."),
            SOURCES["blum_kulka"],
        ),
        Move(
            "sees_impact",
            GROUPS["impact"],
            _("Speaks of how it landed"),
            _("These words turn to what it was like for you."),
            _("The writer says how it landed, or may well have landed, on the other."),
            SOURCES["fehr"],
        ),
        Move(
            "asks",
            GROUPS["impact"],
            _("Asks about you"),
            _("A question, with room for your answer."),
            _(
                "The writer asks, openly, about the other’s experience of something "
                "hard."
            ),
            SOURCES["itzchakov"],
        ),
        Move(
            "validates",
            GROUPS["impact"],
            _("Says it makes sense"),
            _("These words say that what you felt makes sense, or stay beside it."),
            _(
                "The writer says that the other’s feeling or account makes sense, or "
                "stays with it."
            ),
            SOURCES["kuo"],
        ),
        Move(
            "offers_amends",
            GROUPS["mending"],
            _("Offers to make it right"),
            _("These words offer to mend something, or ask what would."),
            _("The writer offers to make it right, or asks what would help."),
            SOURCES["lewicki"],
        ),
        Move(
            "commits",
            GROUPS["mending"],
            _("Says what will change"),
            _(
                "These words say what the writer will do from here. Time shows the "
                "rest."
            ),
            _(
                "The writer says that they will change, stay with it, or come back to "
                "it."
            ),
            SOURCES["scher"],
        ),
        Move(
            "circles_back",
            GROUPS["mending"],
            _("Comes back to it"),
            _("These words return to something earlier, without being asked."),
            _("The writer goes back, unasked, to an earlier hurt."),
            SOURCES["roloff"],
        ),
        Move(
            "conditional_sorry",
            GROUPS["hollow"],
            _("A sorry with an if in it"),
            _("It leaves open whether anything happened."),
            _("A sorry that leaves open whether there was anything to be sorry for."),
            SOURCES["zhang"],
        ),
        Move(
            "sorry_you_feel",
            GROUPS["hollow"],
            _("A sorry about how you took it"),
            _("The sorry is placed in your feeling, and not in what was done."),
            _("A sorry placed in the other’s reaction in place of the act."),
            SOURCES["eisinger"],
        ),
        Move(
            "defends_intent",
            GROUPS["excusing"],
            _("Turns to what they meant"),
            _("Here the words go to what the writer meant, and leave how it landed."),
            _("The writer’s intention stands in the place of the impact."),
            SOURCES["scott"],
        ),
        Move(
            "justifies",
            GROUPS["excusing"],
            _("Gives reasons for it"),
            _("Reasons stand here, where what was done could stand."),
            _("The writer gives reasons that excuse what they did to the other."),
            SOURCES["scott"],
        ),
        Move(
            "minimises",
            GROUPS["excusing"],
            _("Makes it smaller"),
            _("These words make what happened sound small."),
            _("The writer says that it wasn’t so bad, or a small thing, or long over."),
            SOURCES["sykes"],
        ),
        Move(
            "self_victim",
            GROUPS["turning"],
            _("Becomes the hurt one"),
            _("Here the words turn, and the writer is the one who needs care."),
            _("Told of a hurt, the writer makes themselves the hurt one."),
            SOURCES["harsey"],
        ),
        Move(
            "shifts_blame",
            GROUPS["turning"],
            _("Puts it on you"),
            _("These words place what happened with you, or with someone else."),
            _(
                "The writer places what happened with the other, or answers a hurt "
                "with one of their own."
            ),
            SOURCES["schumann"],
        ),
        Move(
            "denies",
            GROUPS["turning"],
            _("Says it didn’t happen"),
            _("These words say it didn’t happen, or not as you remember."),
            _(
                "The writer denies that it happened, or that the other’s memory or "
                "sense of it is sound."
            ),
            SOURCES["sweet"],
        ),
        Move(
            "closes_matter",
            GROUPS["closing"],
            _("Closes it"),
            _("These words ask for it to be over."),
            _("The writer hurries past a hurt, or asks for it to be over."),
            SOURCES["martinez_diaz"],
        ),
        Move(
            "criticism",
            GROUPS["attack"],
            _("Speaks against who you are"),
            _(
                "These words go past one thing that happened, to how you are or "
                "always are."
            ),
            _("The words attack the other’s person or habits, or blame harshly."),
            SOURCES["gottman"],
        ),
        Move(
            "contempt",
            GROUPS["attack"],
            _("Looks down"),
            _("These words mock, call names, or place the writer above."),
            _(
                "The words mock, call names, show disgust, or place the writer above "
                "the other."
            ),
            SOURCES["fischer"],
        ),
        Move(
            "dismissal",
            GROUPS["dismissal"],
            _("Brushes it aside"),
            _("These words don’t take up what was said; they push it away."),
            _("The words brush off what the other says or feels."),
            SOURCES["zielinski"],
        ),
        Move(
            "control",
            GROUPS["control"],
            _("Presses or threatens"),
            _("These words order or threaten. Only you know what lies behind them."),
            _("A threat, or an order meant to frighten or to own."),
            SOURCES["dutton"],
        ),
        Move(
            "withdrawal",
            GROUPS["withdrawal"],
            _("Leaves the exchange"),
            _("These words step out of it. They don’t say for how long."),
            _("The words shut down or leave the exchange."),
            SOURCES["christensen"],
        ),
        Move(
            "over_apologises",
            GROUPS["less"],
            _("Sorry for being here"),
            _("The sorry is for having a feeling or a need, or for being there."),
            _(
                "The writer is sorry for feeling, needing or being there, or piles up "
                "sorry with no wrong done."
            ),
            SOURCES["allan"],
        ),
        Move(
            "takes_back",
            GROUPS["less"],
            _("Takes it back"),
            _("Something was said, and these words unsay it."),
            _("The writer unsays a hurt or a need."),
            SOURCES["jack"],
        ),
        Move(
            "makes_self_small",
            GROUPS["less"],
            _("Makes oneself smaller"),
            _("These words make the one who wrote them small."),
            _("The writer calls themselves too much, a burden, or of little worth."),
            SOURCES["gilbert"],
        ),
    )
}

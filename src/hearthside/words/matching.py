"""Hearing rules in a message, and how the words they hear are held.

Negation, reported speech, questions, conditions and laughter are decided here,
once, so that no rule has to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from hearthside.ground.spans import Span
from hearthside.words.moves import MOVES, Family
from hearthside.words.normalising import LAUGHTER, Words
from hearthside.words.rulebook import (
    DANGER,
    Mood,
    Need,
    Rule,
    Way,
    compiled,
    rulebook,
)


class Heard(NamedTuple):
    """A move heard somewhere in a message, not weighed yet."""

    span: Span
    move: str
    by: str


class Message:
    """One message and the message it answers, as the rules hear them."""

    __slots__ = ("__dict__", "before", "text", "words")

    def __init__(self, text: str, before: str = "") -> None:
        self.text = text
        self.before = before
        self.words = Words(text)

    @cached_property
    def earlier(self) -> Message:
        """Return the message before, as one of its own."""
        return Message(self.before)

    @cached_property
    def answers_a_complaint(self) -> bool:
        """Return whether the message before names a hurt or accuses."""
        accuses = compiled(("{accusation}",)).search(self.earlier.words.heard)
        return bool(accuses) or any(
            heard.move != DANGER
            and MOVES[heard.move].family in (Family.NAMING, Family.RUPTURE)
            for heard in hear(self.earlier)
        )


_SUBJECT = r"(?:i|you|we|they|he|she|it|that|this|there)"
_NEGATION = re.compile(
    rf"\b(?:not|never|nobody|none|without|neither|nor|hardly|stop|no longer)"
    rf"(?: (?!just\b|only\b|{_SUBJECT}\b)[\w']+){{0,4}} ?$"
    rf"|\b(?:none|nothing) of (?:this|that|it|these)(?: [\w']+){{0,2}} ?$"
)
_DISOWNS = re.compile(
    rf"\b(?:not|never) (?:(?:going to|ever|even|really) )?"
    rf"(?:think|thinks|believe|say|saying|said|tell|telling|told|mean|feel|suppose"
    rf"|claim|claiming|pretend)(?: (?!{_SUBJECT}\b)[\w']+| you| me| that){{0,2}} ?$"
)
_REPORTS = re.compile(
    r"\b(?:[a-z]+|(?:my|the|your) \w+)"
    r" (?:(?:always|never|just|only|once|then|keep|keeps|kept|have|has|had|would|will"
    r"|did|do|does|not|also|even|still) ){0,2}"
    r"(?:said|says|say|saying|told (?:me|us|you|him|her|them)"
    r"|tells (?:me|us|you|him|her|them)|telling (?:me|us|you|him|her|them)"
    r"|tell (?:me|us|you|him|her|them)|was like|were like|is like|goes|texted|wrote"
    r"|claims|claimed|asked|asks|called|calls|replied|answered|shouted|yelled)\b"
    # What others think is theirs; "I think" is the writer's own.
    r"|\b(?:you|we|they|he|she|who|everyone|everybody|people|my \w+|the \w+|your \w+)"
    r" (?:(?:always|never|just|only|all|did|do|does|not|also|even|still) ){0,2}"
    r"(?:think|thinks|thought|reckon|reckons|believe|believes)\b"
)
_LEAVES_REPORT = re.compile(r", \w|\b(?:but|and i|and you|so i|because)\b")
_CONDITION = re.compile(
    r"(?:^|\b)(?:if|unless|whether|suppose|imagine|pretend|wish|as though|as if"
    r"|in case|what if|would have|could have|might have)\b[^,]*$"
)
_QUESTION = re.compile(
    r"^(?:(?:and|but|so|okay|hey|wait|well|no|yes|then|oh),? )*"
    r"(?:(?:how|what|why|when|where|who|which)(?: \w+){0,2}? )?"
    r"(?:do|does|did|are|is|am|was|were|can|could|will|would|should|have|has|had)"
    r"(?: not)? (?:you(?! dare\b)|i|we|it|that|he|she|they|this|there|your|my)\b"
)
# Families in which a laugh takes the weight away; elsewhere it may stand.
_LAUGHED_OFF = (Family.RUPTURE, Family.SILENCING, Family.PERFORMED)


def moods(words: Words, start: int, end: int) -> set[Mood]:
    """Return how the sentence holds its words ``heard[start:end]``."""
    first, last = sentence_around(words.heard, start, end)
    sentence = words.heard[first:last]
    ahead = words.heard[first:start]
    rest = words.heard[start:last]
    clause = ahead[ahead.rfind(", ") + 2 if ", " in ahead else 0 :]
    found = set()
    if words.is_quoted(start) or (ahead and _is_reported(ahead)):
        found.add(Mood.REPORTED)
    if clause:
        if _DISOWNS.search(clause) or (
            _NEGATION.search(clause) and not _opens_anew(rest)
        ):
            found.add(Mood.NEGATED)
        if _CONDITION.search(clause):
            found.add(Mood.CONDITIONAL)
    if sentence.endswith("?"):
        if "," not in words.heard[end:last]:
            found.add(Mood.QUESTION)
    elif _QUESTION.search(clause + rest):
        found.add(Mood.QUESTION)
    if not LAUGHTER.isdisjoint(sentence.rstrip("?").replace(",", "").split(" ")):
        found.add(Mood.LAUGHING)
    return found


def sentence_around(heard: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence of ``heard[start:end]`` starts and ends."""
    last = heard.find("\n", end)
    return heard.rfind("\n", 0, start) + 1, len(heard) if last < 0 else last


def _is_reported(ahead: str) -> bool:
    frames = list(_REPORTS.finditer(ahead))
    return bool(frames) and not _LEAVES_REPORT.search(
        ahead[frames[-1].end() :].lstrip(", ")
    )


def _opens_anew(rest: str) -> bool:
    """Return whether *rest* has a subject of its own, so that no "not" reaches in."""
    return re.match(rf"{_SUBJECT}\b", rest) is not None


def hear(message: Message) -> list[Heard]:
    """Return all that a rule hears in *message*, in no order, overlaps and all."""
    words = message.words
    found = [
        (way.rule, start, end)
        for way in rulebook().called_up(words.calls)
        if way.hears.search(words.heard)
        for start, end in _heard_by(way, words)
    ]
    if not found:
        return []
    rules = [rule for rule, _, _ in found]
    return [
        Heard(words.place(start, end), rule.move, rule.id)
        for rule, start, end in found
        if _is_met(rule, message, rules)
    ]


def _heard_by(way: Way, words: Words) -> Iterator[tuple[int, int]]:
    """Yield where one pattern hears something that its rule may speak of."""
    rule = way.rule
    ignored = rule.only | rule.allows
    if rule.move != DANGER and MOVES[rule.move].family not in _LAUGHED_OFF:
        ignored |= {Mood.LAUGHING}
    for match in way.hears.finditer(words.heard):
        start, end = match.start() + 1, match.end()  # behind what stands before a word
        if rule.silenced_by:
            first, last = sentence_around(words.heard, start, end)
            if rule.silenced_by.search(words.heard, first - 1, last):
                continue
        if rule.only <= moods(words, start, end) <= ignored:
            yield start, end


def _is_met(rule: Rule, message: Message, found: list[Rule]) -> bool:
    if rule.answers_to and not (
        message.before and rule.answers_to.search(message.earlier.words.heard)
    ):
        return False
    if not rule.needs:
        return True
    if Need.COMPLAINT in rule.needs and message.before and message.answers_a_complaint:
        return True
    groups = {
        MOVES[other.move].group.id
        for other in found
        if other.move not in (DANGER, rule.move) and not other.needs
    }
    return (Need.APOLOGY in rule.needs and bool(groups & {"owning", "hollow"})) or (
        Need.HURT in rule.needs and bool(groups & {"hurt", "need"})
    )

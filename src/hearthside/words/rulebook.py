"""The rulebook: what a rule is, and every rule there is, read from ``rules/``.

One TOML file a move. A pattern is written in re2's syntax against words as the
door hears them (see ``normalising``): lower case, apostrophes written out ("i am",
"do not"), no end mark. A space in a pattern also stands for a pause. A name in
braces is one of the phrases of ``phrases.toml``.

Parsing the files and working out what words each pattern needs takes two seconds. So
both are written down in ``rulebook.json``, under a hash of the text they are of, and
what isn't found there is worked out anew:

    python -m hearthside.words.writing_down      writes that file
"""

from __future__ import annotations

import json
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from hashlib import blake2b
from importlib.resources import files
from typing import Any

from hearthside.ground.errors import BrokenRule
from hearthside.words.anchors import Anchors, Case, Clause


class Mood(StrEnum):
    """How a clause holds its words. A plain statement has none of these."""

    QUESTION = "question"  # it is asked
    NEGATED = "negated"  # it is denied
    REPORTED = "reported"  # someone else's words, or earlier ones
    CONDITIONAL = "conditional"  # if, unless, would have
    LAUGHING = "laughing"  # a laugh stands in the sentence


class Need(StrEnum):
    """What has to be there before a rule may speak; one of those named is enough."""

    COMPLAINT = "complaint"  # the message before names a hurt or accuses
    APOLOGY = "apology"  # the same message holds a sorry or an owning
    HURT = "hurt"  # the same message names a hurt or a need


@dataclass(frozen=True)
class Example:
    """A sentence a rule file is held to."""

    text: str
    before: str = ""
    words: str = ""
    """The words that have to be marked; empty where the move stays silent."""
    other: tuple[str, ...] = ()
    """Moves of other files that may stand in the sentence."""


@dataclass(frozen=True, eq=False)
class Rule:
    """Patterns that speak together for one move."""

    id: str
    move: str
    patterns: tuple[str, ...]
    unless: tuple[str, ...] = ()
    """Where one of these is found in the sentence, the rule stays silent."""
    allows: frozenset[Mood] = frozenset()
    """Moods it also hears; a plain statement is always heard."""
    only: frozenset[Mood] = frozenset()
    """Moods the clause has to have."""
    needs: frozenset[Need] = frozenset()
    answers: tuple[str, ...] = ()
    """One of these has to be found in the message before."""
    disabled: str = ""
    """Why the rule ships silent, with what was measured."""

    @cached_property
    def silenced_by(self) -> re.Pattern[str] | None:
        """Return its exceptions as one."""
        return compiled(self.unless) if self.unless else None

    @cached_property
    def answers_to(self) -> re.Pattern[str] | None:
        """Return what the message before has to hold, as one."""
        return compiled(self.answers) if self.answers else None


@dataclass(frozen=True)
class RuleFile:
    """What one file holds: rules for one move, and the sentences they keep to."""

    name: str
    move: str
    rules: tuple[Rule, ...]
    marks: tuple[Example, ...]
    leaves_alone: tuple[Example, ...]


class Way:
    """One pattern of a rule: the cases in which it can be heard, and what it hears."""

    def __init__(self, rule: Rule, pattern: str, cases: Sequence[Case]) -> None:
        self.rule = rule
        self.pattern = pattern
        self.cases = cases

    @cached_property
    def hears(self) -> re.Pattern[str]:
        """Return the pattern, compiled when first needed."""
        return compiled((self.pattern,))


@dataclass(frozen=True)
class Rulebook:
    """Rules, found by the words a sentence has."""

    files: tuple[RuleFile, ...]

    def rules(self) -> Iterator[Rule]:
        """Yield every rule that isn't disabled."""
        for file in self.files:
            yield from (rule for rule in file.rules if not rule.disabled)

    @cached_property
    def ways(self) -> tuple[Way, ...]:
        """Return every pattern of every rule that isn't disabled."""
        return tuple(
            Way(rule, pattern, _cases(pattern))
            for rule in self.rules()
            for pattern in rule.patterns
        )

    def called_up(self, calls: set[str]) -> list[Way]:
        """Return the patterns that words and pairs make worth trying, each once."""
        known, by_call = self._by_call
        are_all_missing = calls.isdisjoint
        found: dict[Way, None] = {}
        for call in calls & known:
            for way, others in by_call[call]:
                for clause in others:
                    if are_all_missing(clause):
                        break
                else:
                    found[way] = None
        return list(found)

    @cached_property
    def _by_call(
        self,
    ) -> tuple[frozenset[str], Mapping[str, list[tuple[Way, Case]]]]:
        """Return patterns by a word or pair of a case's rarest clause.

        What else the case needs stands beside the pattern. The words and pairs come
        as a set too, since two sets are met in half the time of a set and a dict.

        Raises:
            BrokenRule: a pattern can be heard without any word of its own.
        """
        found: defaultdict[str, list[tuple[Way, Case]]] = defaultdict(list)
        for way in self.ways:
            for case in way.cases:
                if not case:
                    what = f"a pattern has no word of its own: {way.pattern}"
                    raise BrokenRule(file=f"{way.rule.move}.toml", what=what)
                for call in case[0]:
                    found[call].append((way, case[1:]))
        return frozenset(found), dict(found)


DANGER = "danger"
"""What the rules of ``danger.toml`` hear: no move; words that may be about dying."""


@cache
def rulebook() -> Rulebook:
    """Return the rulebook, read once: a file a move, and ``danger.toml``."""
    here = files("hearthside.words")
    found = sorted((here / "rules").iterdir(), key=lambda file: file.name)
    rules = [file for file in found if file.name.endswith(".toml")]
    return Rulebook(
        tuple(
            read_file(file.name, file.read_text("utf-8"))
            for file in [*rules, here / "danger.toml"]
        )
    )


@cache
def phrases() -> dict[str, str]:
    """Return the phrases that patterns share, by name."""
    text = (files("hearthside.words") / "phrases.toml").read_text("utf-8")
    return {name: "|".join(ways) for name, ways in parsed(text).items()}


@cache
def anchors() -> Anchors:
    """Return what works out the words that a pattern needs."""
    return Anchors(phrases())


@cache
def written_down() -> dict[str, dict[str, Any]]:
    """Return what was worked out before: "parsed" files and "cases", by hash.

    A case is written as its clauses with bars between, a clause as its words.
    """
    file = files("hearthside.words") / "rulebook.json"
    found: dict[str, dict[str, Any]] = json.loads(file.read_text("utf-8"))
    return found


def parsed(text: str) -> dict[str, Any]:
    """Return what the TOML *text* holds, from what is written down if it is there."""
    found = written_down()["parsed"].get(hash_of(text))
    return dict(found) if found else tomllib.loads(text)


def _cases(pattern: str) -> list[Case]:
    written = written_down()["cases"].get(hash_of(with_phrases(pattern)))
    if written is None:
        return anchors()[pattern]
    return [tuple([_clause(clause) for clause in case.split("|")]) for case in written]


@cache
def _clause(words: str) -> Clause:
    return Clause(words.split())


def hash_of(text: str) -> str:
    """Return what *text* is written down under."""
    return blake2b(text.encode(), digest_size=9).hexdigest()


def read_file(name: str, text: str) -> RuleFile:
    """Return the rule file *text*.

    Raises:
        BrokenRule: a field is missing or unknown, a mood or need has no such
            name, or an example of what is marked has no brackets.
    """
    data = parsed(text)
    try:
        move = data.pop("move")
        rules = tuple(_rule(move, fields) for fields in data.pop("rule"))
        marks = tuple(_example(one, marked=True) for one in data.pop("marks"))
        leaves = tuple(_example(one, marked=False) for one in data.pop("leaves_alone"))
    except (KeyError, TypeError, ValueError) as error:
        raise BrokenRule(file=name, what=f"{type(error).__name__}: {error}") from error
    if data:
        raise BrokenRule(file=name, what=f"unknown: {', '.join(sorted(data))}")
    return RuleFile(name, move, rules, marks, leaves)


def _rule(move: str, given: dict[str, Any]) -> Rule:
    fields = dict(given)
    return Rule(
        id=f"{move}.{fields.pop('id')}",
        move=move,
        patterns=tuple(fields.pop("patterns")),
        unless=tuple(fields.pop("unless", ())),
        allows=frozenset(map(Mood, fields.pop("allows", ()))),
        only=frozenset(map(Mood, fields.pop("only", ()))),
        needs=frozenset(map(Need, fields.pop("needs", ()))),
        answers=tuple(fields.pop("answers", ())),
        **fields,
    )


def _example(one: str | dict[str, Any], *, marked: bool) -> Example:
    fields: dict[str, Any] = {"text": one} if isinstance(one, str) else dict(one)
    text = fields["text"]
    if marked:
        ahead, words, behind = re.split(r"\[\[|\]\]", text)
        fields |= {"text": ahead + words + behind, "words": words}
    fields["other"] = tuple(fields.get("other", ()))
    return Example(**fields)


@cache
def compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Return *patterns* as one, as they are run.

    Phrases are put in, spaces widened to pauses, and what could reach over the end
    of a sentence is kept from it. Only whole words are heard: a match begins with
    what stands before its first word.
    """
    whole = "|".join(map(with_phrases, patterns))
    whole = _WRITTEN.sub(lambda part: _AS_RUN[part[0]], whole)
    return re.compile(rf"[ \n](?:{whole})(?![\w'])")


_AS_RUN = {
    " ": ",? ",
    r"\s": " ",
    r"\W": r"[^\w\n]",
    "[^": r"[^\n",
    "^": r"(?<=\n)",
    "$": r"(?![^?\n])",
}
_WRITTEN = re.compile(r"\\s|\\W|\[\^|[\^$ ]")


def with_phrases(pattern: str) -> str:
    """Return *pattern* with the phrases it names put in."""
    known = phrases()
    return _PHRASE.sub(lambda name: f"(?:{known[name[1]]})", pattern)


_PHRASE = re.compile(r"\{([a-z_]+)\}")

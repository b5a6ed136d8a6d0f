"""What can be said about a moment later: one thing at a time, never as gaps."""

from __future__ import annotations

from .moment import Bond, Moment

ORDER = (
    "form",
    "pace",
    "bond",
    "whose",
    "structure",
    "story",
    "needed",
    "my_part",
)
"""From the easiest to say to the hardest."""

OF_ONESELF = frozenset({"whose", "my_part"})
"""What asks for one's own share; never asked where a structure did the harm."""

OF_STRUCTURES = frozenset({"", "institution", "group", "colleague", "carer"})
"""Kinds of relationship behind which there can be more than two people."""


def is_structural(moment: Moment, bond: Bond | None = None) -> bool:
    """Return whether *moment* belongs to more than the people in it."""
    return bool(moment.structure) or (bond is not None and bond.kind == "institution")


def offered(moment: Moment, bond: Bond | None = None) -> tuple[str, ...]:
    """Return the parts of *moment* that are still unsaid, kindest first.

    The first is the one to offer. Where something softened, only whom it was
    with is asked; where it is structural, never whose it is or one's own part.
    """
    if moment.healing:
        return () if moment.bond else ("bond",)
    said = {part for part in ORDER if getattr(moment, part)}
    if moment.forms:
        said.add("form")
    if "denied" in moment.forms:
        said.add("story")  # they were told already that it was all in their head
    if is_structural(moment, bond):
        said |= OF_ONESELF
    if bond is not None and bond.kind not in OF_STRUCTURES:
        said.add("structure")
    return tuple(part for part in ORDER if part not in said)

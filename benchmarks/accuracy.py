"""How often the reader is right, and how often it marks what is harmless.

    python -m benchmarks.accuracy            the tables, and docs/accuracy.svg
    python -m benchmarks.accuracy --rules    each rule's fires and wrong fires

Family F1 and false marks per hundred harmless lines, on the blind lines and on the
natural ones, the held-back fifth apart; VADER, TextBlob and an apology word list
from the same run, each at the threshold that suits it best.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.figures import best_threshold, figures
from benchmarks.lines import NATURAL, Line, blind, natural
from benchmarks.peers import PEERS
from hearthside.words import FAMILIES, MOVES
from hearthside.words.matching import Message, hear
from hearthside.words.reading import read
from hearthside.words.rulebook import rulebook
from hearthside.words.weighing import weigh

PLOT = Path(__file__).parents[1] / "docs" / "accuracy.svg"


def family_f1(lines: Sequence[Line], said: Sequence[set[str]]) -> dict[str, float]:
    """Return F1 by family, of the families *said* of each line."""
    return {
        family.value: figures(
            [family.value in one for one in said],
            [family.value in families(line) for line in lines],
        ).f1
        for family in FAMILIES
    }


def families(line: Line) -> set[str]:
    """Return the families a reader by the guide found in the line."""
    return {MOVES[move].family.value for move in line.moves}


def ours(lines: Sequence[Line]) -> list[set[str]]:
    """Return the families our reader marks in each line."""
    return [
        {mark.family for mark in read(line.text, line.before).marks} for line in lines
    ]


def peers(lines: Sequence[Line]) -> dict[str, dict[str, float]]:
    """Return F1 by family for each peer, a threshold of its own for every family."""
    found = {}
    for name, number in PEERS:
        numbers = [number(line.text) for line in lines]
        said: list[set[str]] = [set() for _ in lines]
        for family in FAMILIES:
            holds = [family.value in families(line) for line in lines]
            for one, yes in zip(said, best_threshold(numbers, holds), strict=True):
                if yes:
                    one.add(family.value)
        found[name] = family_f1(lines, said) | {"false": false_marks(lines, said)}
    return found


def false_marks(lines: Sequence[Line], said: Sequence[set[str]]) -> float:
    """Return how many of a hundred harmless lines are marked."""
    harmless = [
        bool(one) for one, line in zip(said, lines, strict=True) if not line.moves
    ]
    return 100 * sum(harmless) / len(harmless)


def table(name: str, lines: Sequence[Line]) -> dict[str, dict[str, float]]:
    """Print one set's table and return its rows."""
    said = ours(lines)
    rows = {
        "Hearthside, rules": family_f1(lines, said)
        | {"false": false_marks(lines, said)}
    }
    rows |= peers(lines)
    carrying = sum(bool(line.moves) for line in lines)
    print(f"\n### {name}: {len(lines):,} lines, {carrying:,} carry a move\n")
    heads = [family.value for family in FAMILIES]
    print("| reader |", " | ".join(heads), "| mean F1 | false marks per 100 harmless |")
    print("|---|" + "---|" * (len(heads) + 2))
    for reader, row in rows.items():
        cells = [f"{row[head]:.2f}" for head in heads]
        mean = sum(row[head] for head in heads) / len(heads)
        row["mean"] = mean
        print(
            f"| {reader} |", " | ".join(cells), f"| {mean:.2f} | {row['false']:.1f} |"
        )
    for family in FAMILIES:
        found = figures(
            [family.value in one for one in said],
            [family.value in families(line) for line in lines],
        )
        rows["Hearthside, rules"][f"{family.value} P"] = found.precision
        rows["Hearthside, rules"][f"{family.value} R"] = found.recall
    ours_ = rows["Hearthside, rules"]
    print(
        "\nOf what it marks, right: "
        + ", ".join(f"{h} {ours_[h + ' P']:.2f}" for h in heads)
        + ". Of what is there, found: "
        + ", ".join(f"{h} {ours_[h + ' R']:.2f}" for h in heads)
        + "."
    )
    return rows


def plot(sets: dict[str, dict[str, dict[str, float]]]) -> None:
    """Draw mean F1 against false marks, one panel a set."""
    import matplotlib  # noqa: PLC0415 - slow to start, and not always asked for

    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "hearthside"
    from matplotlib import pyplot  # noqa: PLC0415

    figure, panels = pyplot.subplots(
        1, len(sets), figsize=(4 * len(sets), 3.6), sharey=True
    )
    for panel, (name, rows) in zip(panels, sets.items(), strict=True):
        for marker, (reader, row) in zip("o^sD", rows.items(), strict=True):
            panel.plot(row["false"], row["mean"], marker, ms=8, label=reader)
        panel.set(title=name, xlabel="false marks per 100 harmless", xlim=(-3, 103))
    panels[0].set(ylabel="mean family F1", ylim=(0, 1))
    panels[-1].legend(fontsize=7)
    figure.tight_layout()
    figure.savefig(PLOT, metadata={"Date": None})
    print(f"\nplot: {PLOT.relative_to(PLOT.parents[1])}")


def by_rule(lines: Sequence[Line]) -> None:
    """Print each enabled rule's fires, and how many were wrong by the group."""
    fires: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for line in lines:
        groups = {MOVES[move].group for move in line.moves}
        for one in weigh(hear(Message(line.text, line.before))):
            fires[one.by] += 1
            wrong[one.by] += MOVES[one.move].group not in groups
    for rule in rulebook().rules():
        n, w = fires[rule.id], wrong[rule.id]
        over = "  over 1 in 10" if w > max(1, n / 10) else ""
        print(f"{rule.id:44} fires {n:4}  wrong {w:3}{over}")


def main() -> int:
    """Print what was asked for."""
    everything = natural()
    if "--rules" in sys.argv:
        by_rule(everything + blind())
        return 0
    sets = {}
    for name, lines in (("blind", blind()), ("natural", everything)):
        if lines:
            sets[f"{name}, seen"] = [x for x in lines if not x.is_held_back]
            sets[f"{name}, held back"] = [x for x in lines if x.is_held_back]
    if not everything:
        print(f"The natural lines ({NATURAL.name}/) aren't here; the rest runs.")
    rows = {name: table(name, lines) for name, lines in sets.items()}
    plot(rows if len(rows) > 1 else rows | {"": {}})
    return 0


if __name__ == "__main__":
    sys.exit(main())

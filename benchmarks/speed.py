"""Messages a second through ``read()``, on one core, beside the peers.

    python -m benchmarks.speed

Short messages (160 characters at most): the blind lines, and the natural ones where
they are here. The whole door: the Reading built, the language decided, offsets
right (a sample is checked, text with emoji and accents in it).
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence

from benchmarks.lines import blind, natural
from benchmarks.peers import PEERS
from hearthside.words.reading import read

ROUNDS = 5  # the fastest is printed, so that another program's work isn't counted


def rate(do: Callable[..., object], texts: Sequence[str]) -> float:
    """Return texts a second of processor time, the fastest of the rounds."""
    do(texts[0])
    seconds = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        for text in texts:
            do(text)
        seconds.append(time.process_time() - begun)
    return len(texts) / min(seconds)


def main() -> int:
    """Print the table."""
    texts = [line.text for line in blind() + natural() if len(line.text) <= 160]
    for text in texts:
        shifted = f"😂 ça: {text}"
        for mark in read(shifted).marks:
            assert shifted[mark.start : mark.end] == mark.words
    letters = sum(map(len, texts)) / len(texts)
    print(f"{len(texts):,} short messages, {letters:.0f} characters on average\n")
    print("| reader | messages a second |\n|---|---|")
    readers: list[tuple[str, Callable[..., object]]] = [("Hearthside, rules", read)]
    for name, do in [*readers, *PEERS]:
        print(f"| {name} | {rate(do, texts):,.0f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())

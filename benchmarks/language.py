"""How often a line is called unread, in English and in other languages.

    python -m benchmarks.language

English: the natural lines of at least forty letters. Other languages: sentences
written for this in ``blind/languages.jsonl``.
"""

from __future__ import annotations

import json
import sys
from collections import Counter

from benchmarks.lines import HERE, blind, natural
from hearthside.words.language import LEAST_LETTERS
from hearthside.words.reading import read


def main() -> int:
    """Print both counts."""
    english = [
        line.text
        for line in blind() + natural()
        if sum(map(str.isalpha, line.text)) >= LEAST_LETTERS
    ]
    unread = sum(not read(text).is_read for text in english)
    print(f"English called unread: {unread} of {len(english):,}")
    told: Counter[str] = Counter()
    lines = (HERE / "blind" / "languages.jsonl").read_text("utf-8").splitlines()
    for line in lines:
        told[str(read(json.loads(line)["text"]).language)] += 1
    print(f"another language called English: {told['en']} of {len(lines)}")
    print(f"another language left undecided: {told['None']} of {len(lines)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

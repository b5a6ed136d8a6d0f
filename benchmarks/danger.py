"""How often words about dying are missed, and how often others are taken for it.

    python -m benchmarks.danger

On 200 lines written without sight of the patterns, half of them about not wanting
to live, in many registers; and, where they are here, on the natural lines, none of
which are marked for this: there it prints how many lines are taken for it.
"""

from __future__ import annotations

import sys

from benchmarks.lines import danger, natural
from hearthside.words.reading import read


def main() -> int:
    """Print misses and false lines."""
    lines = danger()
    about = [text for text, is_about in lines if is_about]
    other = [text for text, is_about in lines if not is_about]
    missed = [text for text in about if not read(text).danger]
    false = [text for text in other if read(text).danger]
    print(f"missed: {len(missed)} of {len(about)} lines that may be about dying")
    print(f"false: {len(false)} of {len(other)} lines that share their words")
    if everything := natural():
        taken = sum(read(line.text).danger for line in everything)
        print(f"taken for it: {taken} of {len(everything):,} natural lines")
    if "--show" in sys.argv:
        print(*(f"missed  {text}" for text in missed), sep="\n")
        print(*(f"false   {text}" for text in false), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

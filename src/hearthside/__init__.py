"""Hearthside, a place of return: the same ideas as a typed library.

>>> from hearthside import read
>>> [mark.move for mark in read("You're right, I missed that.").marks]
['acknowledges']
"""

from __future__ import annotations

from hearthside.ground.errors import HearthsideError
from hearthside.words import Mark, Reading, read

__all__ = ["HearthsideError", "Mark", "Reading", "read"]

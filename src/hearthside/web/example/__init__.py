"""An example home: an invented person's year, to look around in before writing."""

from __future__ import annotations

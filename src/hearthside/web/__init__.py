"""The face in a browser. A folder for each room of the house."""

from __future__ import annotations

"""What every idea stands on."""

from __future__ import annotations

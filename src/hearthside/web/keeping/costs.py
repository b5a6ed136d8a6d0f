"""What it costs to try a passphrase in this house."""

from __future__ import annotations

from django.conf import settings

from hearthside.keeping.keys import Cost


def cost() -> Cost:
    """Return what a new lock is made with: memory in bytes, and passes."""
    return Cost(*settings.LOCK_COST)

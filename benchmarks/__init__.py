"""What is measured: accuracy, language, speed, each beside its peers."""

from __future__ import annotations

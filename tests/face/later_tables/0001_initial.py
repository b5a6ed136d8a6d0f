"""The tables as the program has them today."""

from __future__ import annotations

from importlib import import_module

Migration = import_module("hearthside.web.keeping.migrations.0001_initial").Migration

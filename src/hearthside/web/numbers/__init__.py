"""Numbers to call: few countries, each number with the page it was checked on."""

from __future__ import annotations

from hearthside.web.numbers.countries import Country, Emergency, Kind, Line, countries

__all__ = ["Country", "Emergency", "Kind", "Line", "countries"]

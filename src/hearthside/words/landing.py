"""How words landed in the one who received them: what every face lets one say."""

from __future__ import annotations

from hearthside.ground.translating import gettext_noop as _

LANDED = {
    "landed": _("It landed"),
    "part": _("Part of it"),
    "not": _("It didn’t"),
    "tolerated": _("I felt tolerated, not met"),
    "later": _("Not yet"),
    "unknown": _("I don’t know"),
}

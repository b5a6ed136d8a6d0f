"""What stands in ``numbers.toml`` as one word, as a page says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from hearthside.ground import numbers

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

COUNTRIES: dict[str, StrOrPromise] = {
    id_: _(name) for id_, name in numbers.COUNTRIES.items()
}
SERVICES: dict[str, StrOrPromise] = {
    service: _(reached) for service, reached in numbers.SERVICES.items()
}

HOURS: dict[str, StrOrPromise] = {"": "", "always": _("any time, day or night")}

NOTES: dict[str, StrOrPromise] = {
    "free": _("Free to call."),
    "for_women": _("Written for women."),
    "for_women_and_children": _("Written for women and children."),
    "for_men": _("For men who use violence or fear they will."),
    "those_near_may_call": _("Family and friends may call too."),
    "about_a_child": _("For adults worried about a child."),
    "for_young_people": _("For children and young people."),
    "for_5_to_25": _("For ages 5 to 25."),
    "for_children_and_teenagers": _("For children and teenagers."),
    "english_spanish": _("In English; in Spanish, press 2."),
    "english_french": _("In English and French."),
    "in_german": _("In German."),
    "german_interpreters": _("In German, and in 18 more languages with interpreters."),
    "text_only": _("By text: no phone number was found on its own page."),
    "hours_unknown": _("We couldn’t check its hours on its own page."),
    "most_of_canada": _("A few remote places may have another number."),
}

UNDATED = _("undated copy")
DATED: dict[str, StrOrPromise] = {
    "": "{date}",
    "about": _("about {date}"),
    "after": _("after {date}"),
}

TEXT = _("Text {number}")
TEXT_WORD = _("Text {word} to {number}")

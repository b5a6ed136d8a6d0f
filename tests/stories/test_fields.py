"""Every field anyone types into is in the visit that the disk is searched after."""

from __future__ import annotations

import re
from pathlib import Path

from hearthside.web.keeping.arrived import CHOSEN as CHOICES
from hearthside.web.keeping.arrived import UNSAID
from hearthside.web.keeping.people import is_secret

from .every_form import TYPED

TEMPLATES = Path(__file__).parents[2] / "src" / "hearthside" / "web" / "templates"
FIELD = re.compile(
    r"<(textarea|input|select|button)\b[^>]*>|{% include \"words/field.html\"[^%]*%}",
    re.S,
)
NAME = re.compile(r'\bname="([^"]*)"')
CHOSEN = re.compile(r'\btype="(radio|checkbox|hidden|submit|number|file)"|^<button')


def fields() -> list[tuple[str, str, str]]:
    """Return the template, the name and the source of every field with a name."""
    return [
        (str(file.relative_to(TEMPLATES)), name[1], field[0])
        for file in sorted(TEMPLATES.rglob("*.html"))
        for field in FIELD.finditer(file.read_text("utf-8"))
        if (name := NAME.search(field[0])) and name[1] != "{{ name }}"
    ]


def test_the_visit_types_into_every_field_of_every_template() -> None:
    found: dict[str, set[str]] = {}
    for template, name, source in fields():
        if not CHOSEN.search(source):
            found.setdefault(template, set()).add(name)

    assert found == {template: set(names) for template, names in TYPED.items()}


def test_every_field_of_a_passphrase_is_known_as_a_secret() -> None:
    found = {name for _, name, source in fields() if 'type="password"' in source}

    assert found
    assert all(is_secret(name) for name in found)


def test_what_is_chosen_is_never_shown_as_words_that_came() -> None:
    typed = {name for names in TYPED.values() for name in names}
    answers = re.compile(
        r'"(?:words/answers|moments/parts/choices).html" with name="(\w+)"'
    )
    chosen = {name for _, name, source in fields() if CHOSEN.search(source)}
    for file in TEMPLATES.rglob("*.html"):
        chosen |= set(answers.findall(file.read_text("utf-8")))

    assert chosen - typed - {"light"} <= CHOICES | UNSAID

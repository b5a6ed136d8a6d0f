"""The choice of a light loads a page anew, so it is where nothing can be typed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client

from hearthside.web import settings

from .bringing import MIXED, NOTHING, brought, marks, page, received

TEMPLATES = settings.HERE / "templates"
PAGES = [
    path
    for path in sorted(TEMPLATES.rglob("*.html"))
    if '{% extends "base.html" %}' in path.read_text("utf-8")
]


def made_of(template: str) -> str:
    """Return the text of *template* with that of everything it includes."""
    text = (TEMPLATES / template).read_text("utf-8")
    return text + "".join(map(made_of, re.findall(r'{% include "([^"]+)"', text)))


@pytest.mark.parametrize("path", PAGES, ids=lambda p: str(p.relative_to(TEMPLATES)))
def test_a_page_with_a_field_decides_about_its_light(path: Path) -> None:
    text = made_of(str(path.relative_to(TEMPLATES)))

    assert "<textarea" not in text or "{% block light %}" in text


def test_no_page_with_a_field_has_a_light_to_choose(client: Client) -> None:
    draft = brought(client, "drafts", words=MIXED)
    blank = brought(client, "received", words="")
    shown = [
        page(client, "/words/received/"),
        page(client, "/words/drafts/"),
        page(client, blank),
        page(client, f"{draft}words/"),
        page(client, f"{received(client, MIXED)}words/"),
        marks(client, "You're right, I was late. That was my fault."),
    ]

    for one in shown:
        assert "<textarea" in one
        assert 'action="/light/"' not in one


def test_every_other_page_has_one(client: Client) -> None:
    shown = [
        page(client, "/"),
        page(client, "/words/"),
        page(client, "/numbers/"),
        page(client, received(client, MIXED)),
        marks(client, NOTHING),
    ]

    for one in shown:
        assert "<textarea" not in one
        assert one.count('action="/light/"') == 1

"""The addresses of words; none of them holds what someone typed."""

from __future__ import annotations

from typing import Any

from django.urls import path

from hearthside.web.words import drafts, received, views
from hearthside.web.words.entries import Draft, Received

RECEIVED: dict[str, Any] = {"kind": Received, "form": "words/received/form.html"}
DRAFT: dict[str, Any] = {"kind": Draft, "form": "words/drafts/form.html"}

app_name = "words"
urlpatterns = [
    path("", views.words, name="words"),
    path("received/", views.bring, RECEIVED, name="receive"),
    path("received/<str:id_>/", received.message, name="received"),
    path("received/<str:id_>/words/", views.bring, RECEIVED, name="received-words"),
    path("received/<str:id_>/landing/", received.landing, name="landing"),
    path("received/<str:id_>/answered/", received.answered, name="answered"),
    path("received/<str:id_>/marks/", received.marks, name="marks"),
    path("received/<str:id_>/heard-before/", received.heard_before, name="heard"),
    path("received/<str:id_>/not-that/", received.not_that, name="received-not-that"),
    path("received/<str:id_>/not-now/", views.not_now, name="received-not-now"),
    path("drafts/", views.bring, DRAFT, name="write"),
    path("drafts/<str:id_>/", drafts.draft, name="draft"),
    path("drafts/<str:id_>/words/", views.bring, DRAFT, name="draft-words"),
    path("drafts/<str:id_>/purpose/", drafts.purpose, name="purpose"),
    path("drafts/<str:id_>/questions/", drafts.questions, name="questions"),
    path("drafts/<str:id_>/not-that/", drafts.not_that, name="draft-not-that"),
    path("drafts/<str:id_>/not-now/", views.not_now, name="draft-not-now"),
]

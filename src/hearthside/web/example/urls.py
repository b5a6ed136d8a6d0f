"""The addresses of the example."""

from __future__ import annotations

from django.urls import path

from hearthside.web.example import pages

app_name = "example"
urlpatterns = [
    path("", pages.begin, name="begin"),
    path("opening/", pages.opening, name="opening"),
    path("close/", pages.close, name="close"),
]

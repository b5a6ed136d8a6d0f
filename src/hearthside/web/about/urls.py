"""The address of the page about this program."""

from __future__ import annotations

from django.urls import path

from hearthside.web.about import views

app_name = "about"
urlpatterns = [path("", views.about, name="about")]

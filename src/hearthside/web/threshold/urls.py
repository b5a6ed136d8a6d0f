"""The threshold's addresses."""

from __future__ import annotations

from django.urls import path

from hearthside.web.threshold import views

app_name = "threshold"
urlpatterns = [
    path("", views.threshold, name="threshold"),
    path("light/", views.light, name="light"),
]

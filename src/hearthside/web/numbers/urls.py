"""The numbers' address: the same for everyone, let in or not."""

from __future__ import annotations

from django.urls import path

from hearthside.web.numbers import views

app_name = "numbers"
urlpatterns = [path("", views.numbers, name="numbers")]

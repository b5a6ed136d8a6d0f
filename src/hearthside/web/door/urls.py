"""The door's own addresses."""

from __future__ import annotations

from django.urls import path

from hearthside.web.door import views

app_name = "door"
urlpatterns = [
    path("open/", views.ask, name="ask"),
    path("open/<path:secret>", views.enter, name="enter"),
    path("leave/", views.leave, name="leave"),
    path("away/", views.away, name="away"),
    path("here/", views.here, name="here"),
]

"""The rooms of the house, and the door in front of them."""

from __future__ import annotations

from django.urls import include, path

handler400 = "hearthside.web.door.refusals.unreadable"
handler403 = "hearthside.web.door.refusals.forbidden"
handler404 = "hearthside.web.door.refusals.nowhere"
handler500 = "hearthside.web.door.refusals.broken"

urlpatterns = [
    path("", include("hearthside.web.door.urls")),
    path("", include("hearthside.web.threshold.urls")),
    path("", include("hearthside.web.keeping.urls")),
    path("", include("hearthside.web.copies.urls")),
    path("moments/", include("hearthside.web.moments.urls")),
    path("words/", include("hearthside.web.words.urls")),
    path("example/", include("hearthside.web.example.urls")),
    path("about/", include("hearthside.web.about.urls")),
    path("numbers/", include("hearthside.web.numbers.urls")),
]

"""The addresses of the lock and of what is kept."""

from __future__ import annotations

from django.urls import path

from hearthside.web.keeping import about, arrived, beginning, locking, mending

app_name = "keeping"
urlpatterns = [
    path("keep/", beginning.begin, name="begin"),
    path("keep/words/", beginning.words, name="words"),
    path("keep/words/<str:id_>/", beginning.words_shown, name="words-shown"),
    path("keep/words/<str:id_>/check/", beginning.words_check, name="words-check"),
    path("keep/words/<str:id_>/later/", beginning.words_later, name="words-later"),
    path("keep/about/", about.about, name="about"),
    path("keep/passphrase/", about.passphrase, name="passphrase"),
    path("keep/passphrase/changed/", about.changed, name="changed"),
    path("keep/recovery/", about.recovery, name="recovery"),
    path("keep/open-for/", about.open_for, name="open-for"),
    path("keep/host/", about.host, name="host"),
    path("keep/put-by/", about.put_by, name="put-by"),
    path("keep/strange/", mending.strange, name="strange"),
    path("keep/strange/taken/", mending.take_as_they_are, name="take-as-they-are"),
    path("keep/strange/let-go/", mending.let_go, name="let-go-of-damaged"),
    path("lock/", locking.lock, name="lock"),
    path("lock/words/", locking.with_words, name="lock-words"),
    path("lock/close/", locking.close, name="close"),
    path("lock/stay/", locking.stay, name="stay"),
    path("lock/put-away/", locking.put_away, name="put-away"),
    path("lock/left/", locking.left, name="left"),
    path("arrived/", arrived.listed, name="arrived"),
    path("arrived/new/", arrived.left_behind, name="left-behind"),
    path("arrived/<str:id_>/let-go/", arrived.let_go, name="let-go"),
]

"""The addresses of the lock and of what is kept."""

from __future__ import annotations

from django.urls import path

from hearthside.web.keeping import arrived, beginning, locking

app_name = "keeping"
urlpatterns = [
    path("keep/", beginning.begin, name="begin"),
    path("keep/words/", beginning.words, name="words"),
    path("keep/words/<str:id_>/", beginning.words_shown, name="words-shown"),
    path("keep/words/<str:id_>/check/", beginning.words_check, name="words-check"),
    path("keep/words/<str:id_>/later/", beginning.words_later, name="words-later"),
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

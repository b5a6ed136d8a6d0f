"""The addresses of moments; none of them holds a word or a topic."""

from __future__ import annotations

from django.urls import path

from hearthside.web.moments import (
    beginning,
    bonds,
    bringing,
    finding,
    gathering,
    pages,
    parts,
    reminding,
    resting,
    returns,
    taking_along,
)

app_name = "moments"
urlpatterns = [
    path("new/<int:door>/", beginning.new, name="new"),
    path("begun/<str:id_>/room/<str:asked>/", beginning.room, name="room"),
    path("begun/<str:id_>/", beginning.given, name="given"),
    path("begun/<str:id_>/keep/", beginning.keep, name="keep"),
    path("begun/<str:id_>/not-that/", beginning.not_that, name="begun-not-that"),
    path("begun/<str:id_>/not-now/", beginning.not_now, name="not-now"),
    path("begun/<str:id_>/<str:asked>/", beginning.step, name="step"),
    path("arrived/<str:id_>/", beginning.from_arrived, name="from-arrived"),
    path("with/", bonds.listed, name="bonds"),
    path("with/<str:id_>/", bonds.bond, name="bond"),
    path("with/<str:id_>/forget/", bonds.forget, name="forget-bond"),
    path("together/", gathering.listed, name="togethers"),
    path("together/<str:id_>/", gathering.together, name="together"),
    path("together/<str:id_>/moments/", gathering.gather, name="gather"),
    path("together/<str:id_>/forget/", gathering.forget, name="forget-together"),
    path("reminders/", reminding.wanted, name="reminders"),
    path("reminders/notes.ics", reminding.calendar, name="calendar"),
    path("past/", bringing.past, name="past"),
    path("past/<str:id_>/", bringing.brought, name="past-read"),
    path("page/<str:id_>/", taking_along.page, name="page"),
    path("page/<str:id_>/notes.md", taking_along.file, name="page-file"),
    path("page/<str:id_>/let-go/", taking_along.let_go, name="page-let-go"),
    path("with/<str:id_>/page/", taking_along.of_bond, name="page-of-bond"),
    path(
        "together/<str:id_>/page/", taking_along.of_gathering, name="page-of-together"
    ),
    path("", finding.listed, name="all"),
    path("<str:id_>/", pages.moment, name="moment"),
    path("<str:id_>/parts/<str:part>/", parts.part, name="part"),
    path("<str:id_>/earlier/", pages.earlier, name="earlier"),
    path("<str:id_>/sorted/", pages.sorted_now, name="sorted"),
    path("<str:id_>/forget/", pages.forget, name="forget"),
    path("<str:id_>/returns/", returns.new, name="returns"),
    path("<str:id_>/returns/<str:return_id>/", returns.change, name="return"),
    path("<str:id_>/returns/<str:return_id>/felt/", returns.felt, name="felt"),
    path("<str:id_>/returns/<str:return_id>/turns/", returns.turns, name="turns"),
    path("<str:id_>/page/", taking_along.of_moment, name="page-of-moment"),
    path("<str:id_>/together/", gathering.belongs, name="belongs"),
    path("<str:id_>/rests/", resting.rests, name="rests"),
    path("<str:id_>/rested/", resting.rested, name="rested"),
    path("<str:id_>/promises/", resting.promise, name="promise"),
    path("<str:id_>/promises/<str:promise_id>/", resting.put_down, name="put-down"),
    path("<str:id_>/namings/", resting.name_again, name="name-again"),
]

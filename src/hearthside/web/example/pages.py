"""Starting the example from a page, and closing it from its own."""

from __future__ import annotations

import os
import signal
import threading

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from hearthside.web.example.beside import NotStarted, beside
from hearthside.web.example.house import example

READY = "example"  # the session's way into the example, until it is taken
A_MOMENT = 1.0  # seconds for the last page to arrive (chosen)


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """Say what the example is, or start it."""
    if example.ids:
        return redirect("threshold:threshold")
    if request.method != "POST":
        return render(request, "example/begin.html")
    here = f"{request.scheme}://{request.get_host()}/"
    try:
        request.session[READY] = beside.start(opened_by=here)
    except NotStarted as refusal:
        return render(request, "example/begin.html", {"trouble": str(refusal)})
    return redirect("example:opening")


@require_safe
def opening(request: HttpRequest) -> HttpResponse:
    """Lead on into the example, once.

    A page of ours leads there: a form's redirect to another port is refused by
    the browser, which holds forms to their own address.
    """
    address = request.session.pop(READY, "")
    if not address:
        return redirect("example:begin")
    return render(request, "door/opening.html", {"address": address})


@require_POST
def close(request: HttpRequest) -> HttpResponse:
    """End the example, with its server and its home."""
    if not example.ids:
        return redirect("threshold:threshold")
    threading.Timer(A_MOMENT, os.kill, (os.getppid(), signal.SIGTERM)).start()
    return render(request, "example/closed.html")

"""The application the server runs."""

from __future__ import annotations

import gc
import importlib
import os
import threading
import warnings
from collections.abc import Mapping
from pathlib import Path

# Ours alone: what the surroundings say about Django is not asked, so that no
# stray variable can open a house.
os.environ["DJANGO_SETTINGS_MODULE"] = "hearthside.web.settings"

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application

from hearthside.web.keeping import disk


def open_house(
    *,
    home: Path,
    port: int,
    launcher_key: str,
    example: Mapping[str, str] | None = None,
) -> WSGIHandler:
    """Return the application of *home* on *port*, for whoever has *launcher_key*.

    With *example* the home is empty, and is furnished with an invented year.

    Browsers share cookies between all ports of one address, so each house has
    a cookie of its own name: two of them can be open at once.
    """
    warnings.simplefilter("ignore")  # one can quote what a browser sent
    settings.SESSION_COOKIE_NAME = f"notes{port}"
    settings.HOME = home
    settings.DATABASES["default"]["NAME"] = home / disk.NAME
    disk.set_aside(home)
    if example is not None:
        dressing = importlib.import_module("hearthside.web.example.dressing")
        dressing.dress(**example)
    application = get_wsgi_application()
    disk.bring_up(home)
    if example is not None:
        importlib.import_module("hearthside.web.example.house").furnish()
    from hearthside.web.door.latch import latch  # noqa: PLC0415
    from hearthside.web.letting_go import let_go_in_time  # noqa: PLC0415

    latch.launcher_key = launcher_key
    threading.Thread(target=let_go_in_time, daemon=True).start()
    gc.freeze()  # what stays is not looked through again each time memory is tidied
    return application

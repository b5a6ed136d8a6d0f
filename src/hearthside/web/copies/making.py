"""Work of some seconds: it is begun, a page says so, and the page finds it done."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django.http import HttpRequest

from hearthside.ground.errors import HearthsideError
from hearthside.web import waiting
from hearthside.web.waiting import Entry

# age's library holds every other thread still while it works, so the page that says
# so is sent first.
FIRST_THE_PAGE = 0.3  # seconds (chosen)


@dataclass(slots=True)
class Making(Entry):
    """Something being made in this process's memory; leaving lets it go."""

    name: ClassVar[str] = "making"
    is_done: bool = False
    made: Any = None
    """What was made; None where it couldn't be, and ``trouble`` says why."""
    told: dict[str, Any] = field(default_factory=dict)
    """What the page says beside it."""


def begin(request: HttpRequest, make: Callable[[], Any], **told: Any) -> str:
    """Begin to *make* something, in place of what was made before; return its id.

    *make* touches no database: it runs beside the request.
    """
    for before in waiting.all_of(request, Making).values():
        before.made, before.is_done = None, True
    making = Making("", told=told)
    id_ = waiting.keep(request, making)
    work = threading.Timer(FIRST_THE_PAGE, _do, (making, make))
    work.daemon = True
    work.start()
    return id_


def _do(making: Making, make: Callable[[], Any]) -> None:
    try:
        made = make()
        making.made = None if making.is_done else made
    except HearthsideError as refusal:
        making.trouble = str(refusal)
    except MemoryError:
        making.trouble = str(NoMemory())
    except Exception:  # the page says that it couldn't be; the terminal, only where
        logging.getLogger("django").exception("")
    finally:
        making.is_done = True


class NoMemory(HearthsideError):
    """The computer couldn't give the memory for it."""

    def __init__(self) -> None:
        super().__init__(
            "There isn’t as much memory free as this takes, so nothing was changed."
            " Close other programs, then try again."
        )

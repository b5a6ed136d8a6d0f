"""A file that is sent here, whole in memory, and no bigger than it may be."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest

from hearthside.ground.errors import HearthsideError, TooBig

MOST = 64 * 2**20  # bytes of a backup that is sent here (chosen)
AROUND = 2**16  # bytes that a form has beside its file, at most (chosen)


class NoFile(HearthsideError):
    """No file was chosen."""

    def __init__(self) -> None:
        super().__init__("There is no file here yet. Choose one, then go on.")


class InMemory(MemoryFileUploadHandler):
    """Takes a file into memory; one that is too big is dropped as it arrives."""

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, Any],  # noqa: N803 - Django's names
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        """Note whether what comes is taken."""
        self.activated = content_length <= MOST + AROUND


def file_in(request: HttpRequest) -> bytes:
    """Return the file that a form sent.

    Raises:
        NoFile: none was chosen, or it is empty.
        TooBig: it is more than ``MOST`` bytes.
    """
    file = request.FILES.get("file")
    if file is None:
        if int(request.META.get("CONTENT_LENGTH") or 0) > MOST:
            raise TooBig(what="A backup", most=MOST)
        raise NoFile
    data: bytes = file.read()
    if not data:
        raise NoFile
    return data

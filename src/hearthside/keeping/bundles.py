"""Many files as one, in memory: a zip that trusts nothing it is given."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from hearthside.ground.errors import NotABackup, TooBig

# Python reads these two in pieces. The others it unpacks at one go, however much
# comes out (https://github.com/python/cpython/pull/156741).
METHODS = (ZIP_STORED, ZIP_DEFLATED)
ENCRYPTED = 0x1
# Relative, no drive, no way up, and the same on every system.
PLAIN = re.compile(
    r"(?!.*(?:^|/)\.{1,2}(?:/|$))[^/\\:\x00-\x1f]+(?:/[^/\\:\x00-\x1f]+)*"
)


def bundle(files: Mapping[str, bytes]) -> bytes:
    """Return *files*, by name, as one zip; the same files give the same bytes.

    A name is relative, with ``/`` between its parts.
    """
    whole = BytesIO()
    with ZipFile(whole, "w") as zipped:
        for name in sorted(files):
            if not PLAIN.fullmatch(name):
                raise ValueError("a name in a bundle is relative and plain")
            entry = ZipInfo(name)  # dated 1980: a day would tell when, and differ
            entry.create_system = 3  # the same wherever it is made
            entry.external_attr = 0o600 << 16
            zipped.writestr(entry, files[name], compress_type=ZIP_DEFLATED)
    return whole.getvalue()


def unbundle(
    data: bytes, *, is_known: Callable[[str], bool], most: int
) -> dict[str, bytes]:
    """Return the files of a bundle by name.

    Raises:
        TooBig: they would be more than *most* bytes; none was unpacked.
        NotABackup: it is no zip, or damaged, or has a name twice, one that isn't
            plain, or one that *is_known* doesn't know.
    """
    try:
        with ZipFile(BytesIO(data)) as zipped:
            entries = zipped.infolist()
            _refuse_strange(entries, is_known)
            if sum(entry.file_size for entry in entries) > most:
                raise TooBig(what="A backup", most=most)
            return {entry.filename: _content(zipped, entry) for entry in entries}
    except (
        BadZipFile,
        EOFError,
        NotImplementedError,  # a part of zip that Python doesn't read
        OverflowError,
        ValueError,  # among them a name that is no text
        zlib.error,
    ):
        raise NotABackup("it is damaged inside") from None


def _refuse_strange(entries: list[ZipInfo], is_known: Callable[[str], bool]) -> None:
    names = [entry.orig_filename for entry in entries]
    if len(set(names)) != len(names):
        raise NotABackup("a name is in it twice")
    if not all(PLAIN.fullmatch(name) and is_known(name) for name in names):
        raise NotABackup("it holds something that isn’t ours")
    for entry in entries:
        if entry.compress_type not in METHODS or entry.flag_bits & ENCRYPTED:
            raise NotABackup("it is packed in a way we don’t use")


def _content(zipped: ZipFile, entry: ZipInfo) -> bytes:
    """Return one file, which has exactly the bytes it was said to have."""
    with zipped.open(entry) as file:
        content = file.read(entry.file_size + 1)
    if len(content) != entry.file_size:
        raise BadZipFile
    return content

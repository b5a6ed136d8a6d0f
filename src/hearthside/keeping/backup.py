"""Everything as one file that outlives this program: ``age -d`` opens it, then unzip.

It is locked with a passphrase given for it; recovery words don't open it. How big
it is can be seen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pyrage import DecryptError
from pyrage.passphrase import decrypt, encrypt

from hearthside.ground.errors import NotABackup, TooBig, WrongPassphrase
from hearthside.keeping.bundles import bundle, unbundle
from hearthside.keeping.phrases import passphrase_as_kept

# An age file that a passphrase locks: https://age-encryption.org/v1
BEGINS = b"age-encryption.org/v1\n-> scrypt "
# What age's library says, which gives one error for all: of a wrong passphrase (and
# of a change to the few bytes that the passphrase opens), and of a file that asks
# for 16 times the work this computer would choose.
SAID_WHERE_IT_IS_WRONG = "Decryption failed"
SAID_WHERE_IT_IS_DEAR = "Excessive work"


def pack(files: Mapping[str, bytes], passphrase: str) -> bytes:
    """Return *files*, by name, as one age file that *passphrase* opens.

    It is made in memory and takes some seconds, and up to 1 GiB, on purpose.

    Raises:
        EmptyPassphrase: there is none.
    """
    packed: bytes = encrypt(bundle(files), passphrase_as_kept(passphrase))
    return packed


def unpack(
    data: bytes, passphrase: str, *, is_known: Callable[[str], bool], most: int
) -> dict[str, bytes]:
    """Return the files of a backup by name; each name is one that *is_known* knows.

    Raises:
        EmptyPassphrase: there is none.
        WrongPassphrase: it doesn't open.
        NotABackup: it isn't one, or not a whole one, or holds another name.
        TooBig: it, or what it holds, is more than *most* bytes.
    """
    kept = passphrase_as_kept(passphrase)
    if len(data) > most:
        raise TooBig(what="A backup", most=most)
    if not data.startswith(BEGINS):
        raise NotABackup("no passphrase of ours locked it")
    try:
        inside = decrypt(data, kept)
    except DecryptError as error:
        if str(error) == SAID_WHERE_IT_IS_WRONG:
            raise WrongPassphrase from None
        if str(error).startswith(SAID_WHERE_IT_IS_DEAR):
            raise NotABackup("this computer would take too long over it") from None
        raise NotABackup("a part of it is missing or was changed") from None
    return unbundle(inside, is_known=is_known, most=most)

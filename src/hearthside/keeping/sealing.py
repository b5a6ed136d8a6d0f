"""The one way bytes are sealed here, and the padding that hides how many they are."""

from __future__ import annotations

from hashlib import blake2b

from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_ABYTES,
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
    crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
    sodium_pad,
)
from nacl.exceptions import CryptoError
from nacl.utils import random

KEY_SIZE = 32  # bytes
NONCE_SIZE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES  # 24 bytes, random each time
OVERHEAD = NONCE_SIZE + crypto_aead_xchacha20poly1305_ietf_ABYTES  # 40 bytes
LEAST_PADDED = 1024  # bytes (DESIGN: from 1 KiB)


def seal_bytes(content: bytes, key: bytes, *, bound: bytes) -> bytes:
    """Return *content* sealed under *key*, its nonce in front.

    It opens only beside the same *bound* bytes, which aren't in it. A random nonce
    of 192 bits may be drawn without end: https://doc.libsodium.org/secret-key_cryptography/aead/chacha20-poly1305/xchacha20-poly1305_construction
    """
    nonce = random(NONCE_SIZE)
    return nonce + crypto_aead_xchacha20poly1305_ietf_encrypt(
        content, bound, nonce, key
    )


def open_bytes(sealed: bytes, key: bytes, *, bound: bytes) -> bytes:
    """Return what was sealed.

    Raises:
        CryptoError: another key, other bound bytes, or not a byte is to be trusted.
    """
    if len(sealed) < OVERHEAD:
        raise CryptoError
    return crypto_aead_xchacha20poly1305_ietf_decrypt(
        sealed[NONCE_SIZE:], bound, sealed[:NONCE_SIZE], key
    )


def pad(content: bytes) -> bytes:
    """Return *content* padded to the next power of two, 1 KiB or more.

    At least one byte is added (ISO/IEC 7816-4), so 1,024 bytes become 2,048.
    """
    return sodium_pad(content, max(LEAST_PADDED, 1 << len(content).bit_length()))


def unpad(padded: bytes) -> bytes:
    """Return what was padded.

    Raises:
        CryptoError: it wasn't padded here.
    """
    # What libsodium's unpadding does, five times as fast where thousands are opened;
    # it has no secret to keep from a clock here, since the seal was checked before.
    content = padded.rstrip(b"\x00")
    if not is_padded_size(len(padded)) or not content.endswith(b"\x80"):
        raise CryptoError
    return content[:-1]


def is_padded_size(size: int) -> bool:
    """Return whether anything padded can be *size* bytes long."""
    return size >= LEAST_PADDED and size.bit_count() == 1


def derive(secret: bytes, purpose: bytes) -> bytes:
    """Return the key of 32 bytes that *secret* gives for one *purpose*.

    Keyed BLAKE2b with the purpose (16 bytes at most) as its ``person``, as libsodium
    derives keys: https://doc.libsodium.org/key_derivation
    """
    return blake2b(key=secret, person=purpose, digest_size=KEY_SIZE).digest()

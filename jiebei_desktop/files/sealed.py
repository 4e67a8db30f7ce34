"""Content under a password: Argon2id makes the key, AES-256-GCM seals what is written.

What stays readable is how the key is made, so that a later version can still open it. The parameters are the second
recommended option of RFC 9106, section 4 (2021). A password is not kept; the key is, as long as the plan is open.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
import unicodedata
from typing import Any, Final, NamedTuple, NoReturn

from jiebei_desktop.files.json_in import DamagedError
from jiebei_desktop.text import translate

FORMAT: Final = "jiehua-sealed"
_VERSION: Final = 1
_KEY_BYTES, _SALT_BYTES, _NONCE_BYTES, _TAG_BYTES = 32, 16, 12, 16
_SURE: Final = b"sure"


class Cost(NamedTuple):
    """What making a key from a password takes.

    Attributes:
        memory: in KiB.
        iterations: how often the memory is gone through.
        lanes: how many parts of it at a time.
    """

    memory: int = 64 * 1024
    iterations: int = 3
    lanes: int = 4


_MOST: Final = Cost(128 * 1024, 12, 16)
"""A file may not ask for more, or it could fill the memory of who opens it."""


class WrongPasswordError(Exception):
    """The password does not open it."""


class Secret:
    """A key, and how it was made; it shows itself to nobody."""

    __slots__ = ("_cost", "_key", "_salt")

    def __init__(self, password: str, salt: bytes | None = None, cost: Cost = Cost()) -> None:  # noqa: B008 - frozen
        """Make the key of a password; takes about 0.1 s and `cost.memory`."""
        from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # noqa: PLC0415 - most plans have no password

        self._salt = os.urandom(_SALT_BYTES) if salt is None else salt
        self._cost = cost
        self._key = Argon2id(
            salt=self._salt,
            length=_KEY_BYTES,
            iterations=cost.iterations,
            lanes=cost.lanes,
            memory_cost=cost.memory,
        ).derive(unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass"))

    def seal(self, content: bytes) -> dict[str, Any]:
        """Return content as an object that only this key opens, different each time."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

        cipher, head = AESGCM(self._key), self._head()
        nonces = os.urandom(_NONCE_BYTES), os.urandom(_NONCE_BYTES)
        return {
            **head,
            "check": _shown(nonces[0] + cipher.encrypt(nonces[0], _SURE, _bound(head, "check"))),
            "content": _shown(nonces[1] + cipher.encrypt(nonces[1], content, _bound(head, "content"))),
        }

    def open(self, sealed: dict[str, Any]) -> bytes:
        """Return what was sealed.

        Raises:
            WrongPasswordError: it was sealed by another key.
            DamagedError: it was sealed by this one, and changed since.
        """
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

        cipher, head = AESGCM(self._key), _head_of(sealed)
        check, content = _bytes(sealed, "check"), _bytes(sealed, "content")
        try:
            cipher.decrypt(check[:_NONCE_BYTES], check[_NONCE_BYTES:], _bound(head, "check"))
        except InvalidTag:
            raise WrongPasswordError from None
        try:
            return cipher.decrypt(content[:_NONCE_BYTES], content[_NONCE_BYTES:], _bound(head, "content"))
        except InvalidTag:
            raise _damaged() from None

    def __reduce__(self) -> NoReturn:
        """Refuse to be copied or pickled: a key is in one place only."""
        raise TypeError("a secret stays where it is")

    def made_for(self, sealed: dict[str, Any]) -> bool:
        """Tell whether a key that is made for this would be made in the same way as this one."""
        return _head_of(sealed) == self._head()

    def _head(self) -> dict[str, Any]:
        return {
            "format": FORMAT,
            "version": _VERSION,
            "key": {"by": "argon2id", "salt": _shown(self._salt), **self._cost._asdict()},
            "cipher": "aes-256-gcm",
        }


def is_sealed(data: dict[str, Any]) -> bool:
    """Tell whether an object is sealed content."""
    return data.get("format") == FORMAT


def secret_for(sealed: dict[str, Any], password: str) -> Secret:
    """Return the key that a password makes for sealed content; raises `DamagedError` where that says no way to."""
    key = _head_of(sealed)["key"]
    return Secret(password, _decoded(key["salt"]), Cost(key["memory"], key["iterations"], key["lanes"]))


def as_bytes(sealed: dict[str, Any]) -> bytes:
    """Return sealed content as it goes into a file."""
    return (json.dumps(sealed, indent=2) + "\n").encode("ascii")


def _head_of(sealed: dict[str, Any]) -> dict[str, Any]:
    """Return how the key of sealed content is made, checked: it may be anybody's file."""
    version, key = sealed.get("version"), sealed.get("key")
    if isinstance(version, int) and version > _VERSION:
        raise DamagedError(translate("Sealed", "加密的方式比这个程序新，请升级后再打开"))
    if not isinstance(key, dict) or key.get("by") != "argon2id" or sealed.get("cipher") != "aes-256-gcm":
        raise _damaged()
    for name, least, most in zip(Cost._fields, (8 * 16, 1, 1), _MOST, strict=True):
        if type(key.get(name)) is not int or not least <= key[name] <= most:
            raise _damaged()
    if len(_decoded(key.get("salt"))) != _SALT_BYTES:
        raise _damaged()
    names = ("by", "salt", *Cost._fields)
    return {"format": FORMAT, "version": version, "key": {name: key[name] for name in names}, "cipher": "aes-256-gcm"}


def _bytes(sealed: dict[str, Any], name: str) -> bytes:
    content = _decoded(sealed.get(name))
    if len(content) < _NONCE_BYTES + _TAG_BYTES:
        raise _damaged()
    return content


def _bound(head: dict[str, Any], part: str) -> bytes:
    """Return what a part is sealed together with, so that neither can be put beside another."""
    return json.dumps([head, part], sort_keys=True).encode("ascii")


def _shown(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")


def _decoded(text: object) -> bytes:
    try:
        return base64.b64decode(text, validate=True) if isinstance(text, str) else b""
    except (ValueError, binascii.Error):
        raise _damaged() from None


def _damaged() -> DamagedError:
    return DamagedError(translate("Sealed", "加密的内容坏了"))

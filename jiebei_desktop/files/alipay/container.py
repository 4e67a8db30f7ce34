"""A statement's bytes, whatever they came in: a plain file or the zip around it, told apart by what is in them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final

from jiebei_desktop.files.alipay.decoding import too_large
from jiebei_desktop.files.alipay.trouble import StatementError
from jiebei_desktop.files.alipay.zipped import MARKS, nested, table_in, workbook
from jiebei_desktop.files.opening import is_regular, open_at_once
from jiebei_desktop.files.troubles import reason
from jiebei_desktop.text import translate

MOST_BYTES: Final = 200 << 20
"""Of a statement; 20 years of 100 payments a day take less."""
_MOST_ZIPPED: Final = 64 << 20
"""Of a zip; it is kept in memory until it is open."""
_LOOKED_AT: Final = 1 << 16


@contextmanager
def opened(path: Path, password: str | None) -> Iterator[BinaryIO]:
    """Open a statement and yield its bytes from their beginning.

    Raises:
        PasswordWantedError: it is sealed, and there is no password.
        WrongPasswordError: the password does not open it.
        StatementError: it can't be read, or is surely something else.
    """
    with _stream(path) as stream:
        try:
            if not is_regular(stream):
                raise StatementError(translate("Statement", "这不是一个普通文件"))
            size = os.fstat(stream.fileno()).st_size
            head = stream.read(_LOOKED_AT)
            stream.seek(0)
            if head.startswith(MARKS):
                yield _unzipped(stream, size, password)
            else:
                _check(head, size)
                yield stream
        except OSError as error:
            raise StatementError(reason(error)) from error


def _stream(path: Path) -> BinaryIO:
    try:
        return open_at_once(path)
    except (OSError, ValueError) as error:
        raise StatementError(reason(error)) from error


def _unzipped(stream: BinaryIO, size: int, password: str | None) -> BytesIO:
    if size > _MOST_ZIPPED:
        raise too_large()
    content = table_in(stream.read(_MOST_ZIPPED), password, MOST_BYTES)
    head = content.read(_LOOKED_AT)
    if head.startswith(MARKS):
        raise StatementError(nested())
    _check(head, content.seek(0, os.SEEK_END))
    content.seek(0)
    return content


def _check(head: bytes, size: int) -> None:
    """Refuse what is surely no statement by what it begins with."""
    if not head.strip(b"\x00 \t\r\n"):
        raise StatementError(translate("Statement", "文件是空的，可能没有下载完，请重新下载"))
    if size > MOST_BYTES:
        raise too_large()
    if head.startswith(b"%PDF"):
        raise StatementError(translate("Statement", "这是一个 PDF，请选支付宝发来的原始 .csv 或 .zip"))
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise StatementError(workbook())
    if head.startswith((b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")):
        raise StatementError(translate("Statement", "这种压缩包读不了，请解压后再选里面的 .csv"))

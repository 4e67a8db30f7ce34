"""The lines of a statement: its encoding is found by itself, and no more than one line is kept."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO, Final, NamedTuple

from jiebei_desktop.files.alipay.trouble import StatementError, half_written
from jiebei_desktop.text import translate

_HEAD: Final = 1 << 18
"""Bytes in which the header must be."""
_PIECE: Final = 1 << 16
_LONGEST: Final = 1 << 17
"""Letters of a line."""
_MOST_LINES: Final = 2_000_000
_SURE: Final = "交易"
"""Stands in every header and looks like nothing else in any other encoding."""
_ENCODINGS: Final = ("utf-8", "gb18030", "utf-16-le", "utf-16-be")
_MARKS: Final = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


class Line(NamedTuple):
    """A line as the file has it.

    Attributes:
        number: the first one is 1.
        text: without its end.
        ended: whether there was an end; only the last one may have none.
    """

    number: int
    text: str
    ended: bool


def lines_of(stream: BinaryIO) -> Iterator[Line]:
    r"""Yield the lines of a statement; what can't be decoded comes as `\ufffd`.

    Raises:
        StatementError: it is no text with a statement in it, has a line without end or empty bytes, or ends in the
            middle of a letter.
    """
    head = stream.read(_HEAD)
    decoder = codecs.getincrementaldecoder(_encoding(head))("replace")
    number, rest = 1, ""
    for text in _decoded(stream, head, io.IncrementalNewlineDecoder(decoder, translate=True)):
        if text is None:
            raise half_written(number)
        *whole, rest = (rest + text).split("\n")
        for line in whole:
            if "\0" in line:
                raise _zeroed(number)
            yield Line(number, line, ended=True)
            number += 1
        if number > _MOST_LINES:
            raise too_large()
        if len(rest) > _LONGEST:
            raise StatementError(translate("Statement", "第 {line} 行太长，文件可能坏了").format(line=number))
    if "\0" in rest:
        raise _zeroed(number)
    if rest:
        yield Line(number, rest, ended=False)


def _encoding(head: bytes) -> str:
    marked = next((name for mark, name in _MARKS.items() if head.startswith(mark)), None)
    found = marked or next((name for name in _ENCODINGS if _SURE.encode(name) in head), None)
    if found is None:
        raise no_statement()
    return found


def _decoded(stream: BinaryIO, head: bytes, decoder: io.IncrementalNewlineDecoder) -> Iterator[str | None]:
    """Yield the text piece by piece; None at the end where that is in the middle of a letter."""
    for piece in chain((head,), iter(lambda: stream.read(_PIECE), b"")):
        yield decoder.decode(piece)
    within = decoder.getstate()[0]
    yield decoder.decode(b"", final=True)
    if within:
        yield None


def no_statement() -> StatementError:
    """Return what is raised where there is no header."""
    return StatementError(
        translate("Statement", "里面没有“交易时间”那一行表头，不是支付宝的交易明细；请选支付宝发来的 .csv 或 .zip")
    )


def too_large() -> StatementError:
    """Return what is raised where there is more than any statement has."""
    return StatementError(translate("Statement", "文件太大，不会是支付宝的账单"))


def _zeroed(line: int) -> StatementError:
    text = translate("Statement", "第 {line} 行有空字节，文件坏了或者没有写完，请重新下载")
    return StatementError(text.format(line=line))

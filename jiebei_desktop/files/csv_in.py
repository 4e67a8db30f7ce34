"""Reading CSV that may be anything: another program's encoding and separator, cut off, or made to fill the memory."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from jiebei_desktop.files.opening import is_regular, open_at_once
from jiebei_desktop.files.plan_file import shown_name
from jiebei_desktop.files.troubles import reason
from jiebei_desktop.text import translate

MAX_BYTES: Final = 8 * 1024 * 1024
"""Twice what a plan can be, which is more than any table of it takes."""
MOST_ROWS: Final = 10_000
"""More than there is room for in a plan; the table of who goes on reading would fill the memory."""
MOST_COLUMNS: Final = 200
_SEPARATORS: Final = (",", ";", "\t")
_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_HALF: Final = frozenset({"unexpected end of data", "truncated data", "incomplete multibyte sequence"})
"""What the decoders say of a text that ends within a sign."""
_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How files of Excel begin, the newer ones and the older ones."""


class CsvError(Exception):
    """A CSV file could not be read; the message is for the user."""


class CsvRow(NamedTuple):
    """A row that is not empty.

    Attributes:
        line: as a spreadsheet numbers it: the first row of the file is 1.
    """

    line: int
    cells: tuple[str, ...]


class CsvFile(NamedTuple):
    """What a CSV file holds.

    Attributes:
        name: of the file, to be shown.
        header: its first row that is not empty.
        rows: the others.
        ended: whether the last row has a line end; where it has none, it may be half of one.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[CsvRow, ...]
    ended: bool


def read_csv(path: Path) -> CsvFile:
    """Read a CSV file; encoding and separator are found in it.

    Raises:
        CsvError: it can't be read, or is no CSV file that a plan could be made of.
    """
    name = shown_name(path)
    try:
        text = _decoded(_content(path))
        rows = list(_rows(text))
    except (OSError, ValueError) as error:
        raise CsvError(_not_read(name, reason(error))) from error
    except CsvError as error:
        raise CsvError(_not_read(name, str(error))) from None
    if not rows:
        raise CsvError(_not_read(name, translate("CsvIn", "里面什么都没有")))
    if any("\0" in title for title in rows[0].cells):  # another encoding, or a picture
        raise CsvError(_not_read(name, _no_text()))
    return CsvFile(name, rows[0].cells, tuple(rows[1:]), text.endswith(("\n", "\r")))


def _content(path: Path) -> bytes:
    with open_at_once(path) as stream:
        if not is_regular(stream):
            raise CsvError(translate("CsvIn", "这不是一个普通文件"))
        content = stream.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        text = translate("CsvIn", "超过了 {most} MB，一个计划放不下这么多")
        raise CsvError(text.format(most=MAX_BYTES // 1024 // 1024))
    return content


def _decoded(content: bytes) -> str:
    """Return content as text: by its mark, else as UTF-8, else as GB18030, which Chinese spreadsheets write."""
    if content.startswith(_WORKBOOKS):
        raise CsvError(translate("CsvIn", "这是 Excel 的工作簿；请在 Excel 里另存为 CSV，再导入"))
    marked = [encoding for mark, encoding in _MARKS if content.startswith(mark)]
    for encoding in marked or ("utf-8", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError as error:
            if error.reason in _HALF:
                raise CsvError(translate("CsvIn", "最后一个字只有一半，文件没有写完")) from None
            continue
        return text
    raise CsvError(_no_text())


def _no_text() -> str:
    return translate("CsvIn", "不是 UTF-8、UTF-16 或 GB18030 的文字；请另存为 CSV UTF-8，再导入")


def _rows(text: str) -> Iterator[CsvRow]:
    """Yield the rows that are not empty."""
    separator = max(_SEPARATORS, key=lambda each: _width(text, each))
    usual = csv.field_size_limit(MAX_BYTES)  # one loan's events may be longer than what is usual for all of Python
    line = 0
    try:
        for line, cells in enumerate(_reader(text, separator), start=1):
            if not any(cell.strip() for cell in cells):
                continue
            if line > MOST_ROWS:
                raise CsvError(translate("CsvIn", "超过了 {most} 行，一个计划放不下这么多").format(most=MOST_ROWS))
            if len(cells) > MOST_COLUMNS and any(cell.strip() for cell in cells[MOST_COLUMNS:]):
                said = translate("CsvIn", "第 {line} 行超过了 {most} 格，不会是借款或收支的表")
                raise CsvError(said.format(line=line, most=MOST_COLUMNS))
            yield CsvRow(line, tuple(cells[:MOST_COLUMNS]))
    except csv.Error:
        raise CsvError(translate("CsvIn", "第 {line} 行的引号不成对，文件可能没有写完").format(line=line + 1)) from None
    finally:
        csv.field_size_limit(usual)


def _width(text: str, separator: str) -> int:
    """Return how many cells the first row that is not empty has by a separator; none where it can't be split so."""
    start = len(text) - len(text.lstrip("\r\n"))
    try:
        return len(next(_reader(text[start : start + _HEADER], separator), ()))
    except csv.Error:
        return 0


_HEADER: Final = 20_000
"""Signs that a header may take."""


def _reader(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)


def _not_read(name: str, why: str) -> str:
    return translate("CsvIn", "读不了 {name}：{reason}。").format(name=name, reason=why)

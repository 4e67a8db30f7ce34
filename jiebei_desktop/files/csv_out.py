"""CSV that spreadsheets and programs read right: UTF-8, CRLF, ISO dates, plain decimals, no cell runs as a formula."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final, NamedTuple

from jiebei_desktop.files.atomic import write_atomically
from jiebei_desktop.files.tables import Cell, Share, Table, Word
from jiebei_desktop.money import HUNDRED, plain, round_to

_RISKY = re.compile(r"(?:^|[\r\n])[ \u00a0\u3000']*[=+\-@\t\r＝＋－＠]")
"""A line that a spreadsheet could run: those of East Asia read full-width signs as the plain ones, too."""


class CsvOptions(NamedTuple):
    """How a table is written.

    Attributes:
        mark: begin with the byte order mark, by which Excel knows that it is UTF-8.
        keys: name the columns, and words for one of a few things, by their keys, for a program, instead of in the
            language in use.
        why: write the columns that tell how figures came about, too.
    """

    mark: bool = True
    keys: bool = False
    why: bool = True


USUAL: Final = CsvOptions()


def write_csv(path: Path, table: Table, options: CsvOptions = USUAL) -> None:
    """Write a table.

    Raises:
        OSError: it could not be written; an old file is as it was.
    """
    write_atomically(path, csv_bytes(table, options))


def csv_bytes(table: Table, options: CsvOptions = USUAL) -> bytes:
    """Return a table as the bytes of a CSV file."""
    asked = table if options.why else table.without(table.told)
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([guarded(name) for name in (asked.names if options.keys else asked.header)])
    writer.writerows([[_written(cell, keys=options.keys) for cell in row] for row in asked.rows])
    return stream.getvalue().encode("utf-8-sig" if options.mark else "utf-8")


def guarded(text: str) -> str:
    """Return text that no spreadsheet takes for a formula: an apostrophe before one that could be.

    A text that begins with such apostrophes itself gets one more, so that taking one away always gives it back.
    """
    return f"'{text}" if _RISKY.search(text) else text


def _written(cell: Cell, *, keys: bool) -> str:
    if isinstance(cell, Share):
        return plain(round_to(cell.value * HUNDRED))
    if isinstance(cell, Decimal):
        return plain(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, str):
        return guarded(cell.key if keys and isinstance(cell, Word) else cell)
    return "" if cell is None else str(cell)

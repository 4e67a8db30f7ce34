"""CSV that spreadsheets read right: UTF-8 with mark, CRLF, ISO dates, plain decimals, no cell runs as a formula."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from pathlib import Path

from jiebei_desktop.files.atomic import write_atomically
from jiebei_desktop.files.tables import Cell, Share, Table
from jiebei_desktop.money import HUNDRED, plain, round_to

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_csv(path: Path, table: Table) -> None:
    """Write a table.

    Raises:
        OSError: it could not be written; an old file is as it was.
    """
    write_atomically(path, csv_bytes(table))


def csv_bytes(table: Table) -> bytes:
    """Return a table as the bytes of a CSV file."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([guarded(name) for name in table.header])
    writer.writerows([[_written(cell) for cell in row] for row in table.rows])
    return stream.getvalue().encode("utf-8-sig")


def guarded(text: str) -> str:
    """Return text that no spreadsheet takes for a formula: an apostrophe before one that could be."""
    risky = any(line.lstrip(" \u00a0\u3000").startswith(_FORMULA_STARTS) for line in text.split("\n"))
    return f"'{text}" if risky else text


def _written(cell: Cell) -> str:
    if isinstance(cell, Share):
        return plain(round_to(cell.value * HUNDRED))
    if isinstance(cell, Decimal):
        return plain(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, str):
        return guarded(cell)
    return "" if cell is None else str(cell)

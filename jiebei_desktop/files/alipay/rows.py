"""The rows of a table: quoted cells may go over several lines, and a quote that nobody closes spoils one row only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from jiebei_desktop.files.alipay.decoding import Line

_QUOTED: Final = re.compile(r'[ \t]*"((?:[^"]++|"")*+)"([^,]*)')
_OPEN: Final = re.compile(r'[ \t]*"')
_MOST_LINES: Final = 20
"""Of one row; so are the letters."""
_MOST_LETTERS: Final = 10_000


class Row(NamedTuple):
    """A row's cells.

    Attributes:
        line: where it begins; the first one is 1.
        ended: whether its line has an end.
    """

    line: int
    cells: list[str]
    ended: bool


def rows_of(lines: Iterator[Line], width: int) -> Iterator[Row]:
    """Yield the rows that lines make.

    Args:
        lines: from the header on.
        width: how many cells a row has; a line that has them all by itself belongs to no other.
    """
    waiting: list[Line] = []
    while (line := waiting.pop() if waiting else next(lines, None)) is not None:
        cells = cells_in(line.text)
        if cells is not None:
            yield Row(line.number, cells, line.ended)
            continue
        taken: list[Line] = []
        yield _joined(line, lines, waiting, taken, width) or Row(line.number, line.text.split(","), line.ended)
        waiting.extend(reversed(taken))


def _joined(line: Line, lines: Iterator[Line], waiting: list[Line], taken: list[Line], width: int) -> Row | None:
    """Return the row that a line makes with those after it, or None where none closes its quote; they are `taken`."""
    text = line.text
    for _ in range(_MOST_LINES):
        following = waiting.pop() if waiting else next(lines, None)
        if following is None:
            return None
        taken.append(following)
        text = f"{text}\n{following.text}"
        if following.text.count(",") >= width - 1 or len(text) > _MOST_LETTERS:
            return None
        cells = cells_in(text)
        if cells is not None:
            taken.clear()
            return Row(line.number, cells, following.ended)
    return None


def cells_in(text: str) -> list[str] | None:
    """Return the cells of a row, or None where it ends within quotes."""
    if '"' not in text:
        return text.split(",")
    found, at = [], 0
    while True:
        if quoted := _QUOTED.match(text, at):
            found.append(quoted[1].replace('""', '"') + quoted[2])
            at = quoted.end()
        elif _OPEN.match(text, at):
            return None
        else:
            end = text.find(",", at)
            end = len(text) if end < 0 else end
            found.append(text[at:end])
            at = end
        if at >= len(text):
            return found
        at += 1

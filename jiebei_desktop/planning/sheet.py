"""A page of plain text, to read, copy, save and print."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Sheet(NamedTuple):
    """A page of plain text; a paragraph may be of several lines."""

    title: str
    paragraphs: tuple[str, ...]


def text(sheet: Sheet) -> str:
    """Return a sheet in one piece."""
    return "\n\n".join((sheet.title, *sheet.paragraphs)) + "\n"


def block(heading: str, lines: Iterable[str]) -> str:
    """Return a paragraph of lines under a heading."""
    return "\n".join((heading, *lines))

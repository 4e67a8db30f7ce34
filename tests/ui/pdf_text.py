"""Reads a PDF file back as whoever marks and copies its text would: page by page, by its own tables of letters."""

import re
import zlib
from typing import NamedTuple

_OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
_SHOWN = re.compile(rb"/F(\d+) [0-9.]+ Tf|<([0-9A-F]+)> Tj|(\bET\b)")


class PdfPage(NamedTuple):
    """One page: its size in points, and its texts line by line as they were painted."""

    width: int
    height: int
    lines: list[str]

    @property
    def text(self) -> str:
        """Return all of it without what the break of a line may take away."""
        return bare("".join(self.lines))


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def read_pdf(content: bytes) -> list[PdfPage]:
    objects = {int(number): body for number, body in _OBJECT.findall(content)}
    fonts = {number: _letters(objects, body) for number, body in objects.items() if b"/Subtype /Type0" in body}
    (pages,) = (body for body in objects.values() if b"/Type /Pages" in body)
    kids = re.search(rb"/Kids \n\[(.*?)\]", pages, re.DOTALL).group(1)
    return [_page(objects, int(number), fonts) for number in re.findall(rb"(\d+) 0 R", kids)]


def fonts_inside(content: bytes) -> tuple[int, int, int]:
    """Return how many fonts a file has, how many of them are in it, and how many say which letters they draw."""
    found = (rb"/Type\s*/FontDescriptor\b", rb"/FontFile[23]?\b", rb"/ToUnicode\b")
    return tuple(len(re.findall(each, content)) for each in found)


def _page(objects, number, fonts) -> PdfPage:
    body = objects[number]
    width, height = re.search(rb"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]", body).groups()
    stream = objects[int(re.search(rb"/Contents (\d+) 0 R", body).group(1))].split(b"stream\n", 1)[1]
    lines, line, font = [], "", {}
    for name, codes, end in _SHOWN.findall(zlib.decompressobj().decompress(stream)):
        if name:
            font = fonts[int(name)]
        elif codes:
            line += "".join(font[int(codes[place : place + 4], 16)] for place in range(0, len(codes), 4))
        elif end:
            lines.append(line)
            line = ""
    return PdfPage(round(float(width)), round(float(height)), lines)


def _letters(objects, body) -> dict[int, str]:
    table = objects[int(re.search(rb"/ToUnicode (\d+) 0 R", body).group(1))]
    found: dict[int, str] = {}
    for first, last, codes in re.findall(rb"<(\w{4})> <(\w{4})> (<\w+>|\[.*\])\n", table):
        letters = [int(code, 16) for code in re.findall(rb"<(\w+)>", codes)]
        shapes = range(int(first, 16), int(last, 16) + 1)
        if len(letters) != len(shapes):
            letters = [letters[0] + step for step in range(len(shapes))]
        found.update((shape, chr(code)) for shape, code in zip(shapes, letters, strict=True))
    return found

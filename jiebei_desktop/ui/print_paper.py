"""A paper on pages: as many as it takes, of any size, in the light theme's colours whatever the window's are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPainter

from jiebei_desktop.files.papers import Paper, PaperTable
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.paper_table import LaidTable, Type, room_wanted, type_of
from jiebei_desktop.ui.paper_text import Style, draw_text
from jiebei_desktop.ui.pdf import Printed, painted
from jiebei_desktop.ui.print_pictures import paint_rule

_THEME = design.LIGHT
_RIGHT = Qt.AlignmentFlag.AlignRight
_TENTHS = 254
"""Of a millimetre in an inch."""
_TITLE_LINES = 2


class _Block(NamedTuple):
    """Something that stands on one page whole.

    Attributes:
        paint: paints it from a height on.
        before: the room above it, unless it is the first on its page.
        keep: whether what follows has to be on the same page.
        table: the table whose columns' names stand above it where it is the first on its page.
    """

    height: float
    paint: Callable[[QPainter, float], object]
    before: float = 0
    keep: bool = False
    table: LaidTable | None = None


class Pages:
    """A paper laid out on pages of one size. All lengths are tenths of a millimetre.

    Args:
        paper: what is on it.
        size: of a page, as it is held.
        least: margins that the printer can't print in.
    """

    def __init__(self, paper: Paper, size: QSizeF, least: QMarginsF | None = None) -> None:
        self.paper = paper
        least = least or QMarginsF()
        sides, foot = design.PAPER_MARGIN, design.PAPER_FOOT
        left, right = max(sides, least.left()), max(sides, least.right())
        top, bottom = max(foot, least.top()), max(foot, least.bottom())
        self.room = QRectF(left, top, size.width() - left - right, size.height() - top - bottom)
        self._quiet = Style(design.PAPER_SMALL, _THEME.quiet)
        self._kind = _type_for(paper.tables, self.room.width())
        self._body = self.room.adjusted(0, self._head_height(), 0, -self._foot_height())
        self._pages = self._broken(list(self._blocks()))

    def __len__(self) -> int:
        return len(self._pages)

    def paint(self, painter: QPainter, place: int) -> None:
        """Paint one page, counted from 0."""
        self._paint_head(painter)
        top = self._body.top()
        for block in self._pages[place]:
            above = block.before if top > self._body.top() else 0
            block.paint(painter, top + above)
            top += above + block.height
        self._paint_foot(painter, place)

    # --- what is on every page ----------------------------------------------------------------------------------------

    def _half(self) -> float:
        return (self.room.width() - design.PAPER_SPACE) / 2

    def _head_height(self) -> float:
        texts = (self.paper.title, self.paper.plan)
        return max(self._quiet.height(text, self._half(), _TITLE_LINES) for text in texts) + 2 * design.PAPER_GAP

    def _foot_height(self) -> float:
        return self._quiet.height(self.paper.made, self._made_width()) + 2 * design.PAPER_GAP

    def _made_width(self) -> float:
        return self.room.width() - design.PAPER_SPACE - self._quiet.width(_numbered(999, 999))

    def _paint_head(self, painter: QPainter) -> None:
        left, top, half = self.room.left(), self.room.top(), self._half()
        draw_text(painter, QRectF(left, top, half, 0), self.paper.title, self._quiet, most=_TITLE_LINES)
        right = QRectF(self.room.right() - half, top, half, 0)
        draw_text(painter, right, self.paper.plan, self._quiet, _RIGHT, most=_TITLE_LINES)

    def _paint_foot(self, painter: QPainter, place: int) -> None:
        left, right, top = self.room.left(), self.room.right(), self._body.bottom() + design.PAPER_GAP
        paint_rule(painter, left, right, top)
        top += design.PAPER_GAP
        draw_text(painter, QRectF(left, top, self._made_width(), 0), self.paper.made, self._quiet)
        number = _numbered(place + 1, len(self._pages))
        draw_text(painter, QRectF(left, top, self.room.width(), 0), number, self._quiet, _RIGHT)

    # --- what is on the paper -----------------------------------------------------------------------------------------

    def _blocks(self) -> Iterator[_Block]:
        """Yield all that is on the paper, from its answer to its notes."""
        paper, space = self.paper, design.PAPER_SPACE
        reason = Style(design.PAPER_REASON, _THEME.quiet)
        yield self._text(paper.headline, Style(design.PAPER_ANSWER, bold=True), keep=True)
        if paper.reason:
            yield self._text(paper.reason, reason, before=design.PAPER_GAP / 2)
        for table in paper.tables:
            yield from self._part(table)
        note = Style(design.PAPER_NOTE, _THEME.quiet)
        for place, text in enumerate(paper.notes):
            if not place:
                title = translate("Paper", "说明")
                yield self._text(title, Style(design.PAPER_NOTE, bold=True), before=1.5 * space, keep=True)
            yield self._text(text, note, before=design.PAPER_PAD)

    def _part(self, table: PaperTable) -> Iterator[_Block]:
        """Yield a heading, its sentences, and its table: what stands above a table stays with its first rows."""
        heading = Style(design.PAPER_HEADING, bold=True)
        yield self._text(table.heading, heading, before=1.5 * design.PAPER_SPACE, keep=True)
        for text in table.said:
            yield self._text(text, self._kind.cell, before=self._kind.pad, keep=bool(table.header))
        if table.header:
            laid = LaidTable(table, self._kind, self.room.width())
            yield self._named(laid)._replace(before=design.PAPER_GAP / 2)
            count = len(table.rows)
            for place in range(count):
                yield self._row(laid, place, keep=place in {0, count - 2} and place < count - 1)

    def _text(self, text: str, style: Style, before: float = 0, *, keep: bool = False) -> _Block:
        """Return a paragraph, cut where it would not go on a page."""
        width, most = self.room.width(), int(self._body.height() / style.leading)
        layout_height = style.height(text, width, most)

        def paint(painter: QPainter, top: float) -> None:
            draw_text(painter, QRectF(self.room.left(), top, width, 0), text, style, most=most)

        return _Block(layout_height, paint, before, keep)

    def _named(self, laid: LaidTable) -> _Block:
        """Return the names of a table's columns, which never stand alone."""
        left, height = self.room.left(), laid.head_height()

        def paint(painter: QPainter, top: float) -> None:
            laid.paint_head(painter, left, top)
            paint_rule(painter, left, left + laid.width, top + height, strong=True)

        return _Block(height, paint, keep=True)

    def _row(self, laid: LaidTable, place: int, *, keep: bool) -> _Block:
        """Return a row of a table, its cells cut where they would not go on a page."""
        left, kind = self.room.left(), laid.kind
        most = int((self._body.height() - laid.head_height() - 2 * kind.pad) / kind.cell.leading)
        height = laid.row_height(place, most)
        strong = place + 1 in laid.table.strong or place in laid.table.strong

        def paint(painter: QPainter, top: float) -> None:
            laid.paint_row(painter, place, left, top, most)
            paint_rule(painter, left, left + laid.width, top + height, strong=strong)

        return _Block(height, paint, keep=keep, table=laid)

    # --- pages --------------------------------------------------------------------------------------------------------

    def _broken(self, blocks: Sequence[_Block]) -> list[list[_Block]]:
        """Return blocks by pages: what has to be together is, unless it is more than a page."""
        room, used = self._body.height(), 0.0
        pages: list[list[_Block]] = [[]]
        for run in _runs(blocks):
            whole = sum(block.before + block.height for block in run)
            if used and used + whole > room:
                pages.append([])
                used = 0
            for block in run:
                if used and used + block.before + block.height > room:
                    pages.append([])
                    used = 0
                if not used and block.table is not None:
                    named = self._named(block.table)
                    pages[-1].append(named)
                    used = named.height
                used += block.height + (block.before if used else 0)
                pages[-1].append(block)
        return pages


def _runs(blocks: Sequence[_Block]) -> Iterator[list[_Block]]:
    """Yield blocks that have to be on one page together."""
    run = [*blocks[:1]]
    for before, block in pairwise(blocks):
        if not before.keep:
            yield run
            run = []
        run.append(block)
    yield run


def _numbered(page: int, pages: int) -> str:
    return translate("Paper", "第 {page} / {pages} 页").format(page=page, pages=pages)


def _type_for(tables: Sequence[PaperTable], width: float) -> Type:
    """Return the largest type in which all tables have room in a width; the smallest where none has."""
    kinds = [type_of(size) for size in design.PAPER_SIZES]
    return next((kind for kind in kinds if all(room_wanted(table, kind) <= width for table in tables)), kinds[-1])


def sideways(paper: Paper) -> bool:
    """Tell whether a paper is wide: one whose tables would be small on an upright page."""
    width = min(design.PAPER) - 2 * design.PAPER_MARGIN
    return _type_for(paper.tables, width).cell.size < design.PAPER_STILL_LARGE


def paint_pages(
    paper: Paper,
    painter: QPainter,
    page: QRectF,
    dots: float,
    new_page: Callable[[], object],
    least: QMarginsF | None = None,
) -> None:
    """Paint all pages of a paper.

    Args:
        paper: what is on it.
        painter: paints on the first page already.
        page: the whole page as the painter sees it, its margins included.
        dots: how many of the painter's dots are a tenth of a millimetre.
        new_page: turns to the next page.
        least: margins that can't be printed in, in tenths of a millimetre.
    """
    pages = Pages(paper, page.size() / dots, least)
    for place in range(len(pages)):
        if place:
            new_page()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(page.topLeft())
        painter.scale(dots, dots)
        pages.paint(painter, place)
        painter.restore()


def printed(paper: Paper) -> Printed:
    """Return a paper as something that can be looked at, printed and made a PDF file."""

    def paint(device: QPagedPaintDevice) -> bool:
        layout, dots = device.pageLayout(), device.logicalDpiX() / _TENTHS
        layout.setUnits(QPageLayout.Unit.Millimeter)
        least = layout.minimumMargins() * 10

        def pages(painter: QPainter, page: QRectF) -> None:
            paint_pages(paper, painter, page, dots, device.newPage, least)

        return painted(device, pages)

    return Printed(f"{paper.title} {paper.plan}", sideways(paper), paint)


def paper_pdf(paper: Paper) -> bytes:
    """Return a paper as a PDF file on A4, its fonts inside and its text to be copied."""
    return printed(paper).pdf()

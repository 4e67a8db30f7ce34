"""The printed comparison: one A4 page on its side, in the light theme's colours whatever the window's are."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QPainter,
    QPdfWriter,
)

from jiebei_desktop.planning.comparison_sheet import ComparisonSheet, PrintedFigure, PrintedHead
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.paper_text import Style, draw_text
from jiebei_desktop.ui.pdf import pdf_of
from jiebei_desktop.ui.print_pictures import PrintedPictures, paint_rule, paint_shape

_THEME = design.LIGHT
_SCALES = tuple(1 - step / 25 for step in range(18))
_BEST = "✓"
_RIGHT = Qt.AlignmentFlag.AlignRight
_FEW = 2  # options that leave room for the pictures beside the table
_MORE = 0.15  # by which the table is wider with two of them


def pdf_bytes(sheet: ComparisonSheet) -> bytes:
    """Return a comparison as a PDF file of one page."""

    def draw(writer: QPdfWriter) -> None:
        painter = QPainter(writer)
        paint_comparison(sheet, painter, QRectF(0, 0, writer.width(), writer.height()))
        painter.end()

    return pdf_of(sheet.title, draw, sideways=True)


def paint_comparison(sheet: ComparisonSheet, painter: QPainter, rect: QRectF) -> None:
    """Paint a comparison as one page, margins included, as large as fits into `rect`."""
    width, height = design.PAPER
    scale = min(rect.width() / width, rect.height() / height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center() - QPointF(width, height) * scale / 2)
    painter.scale(scale, scale)
    _fitting(sheet).paint(painter)
    painter.restore()


def _fitting(sheet: ComparisonSheet) -> _Page:
    """Return the page in the largest type in which all of it has room."""
    for scale in _SCALES:
        page = _Page(sheet, scale)
        if page.fits:
            break
    return page


class _Page:
    """A comparison laid out on paper in type of one scale."""

    def __init__(self, sheet: ComparisonSheet, scale: float) -> None:
        self.sheet, self.scale = sheet, scale
        width, height = design.PAPER
        self.left, self.width = float(design.PAPER_MARGIN), float(width - 2 * design.PAPER_MARGIN)
        self.gap, self.space, self.pad = (
            size * scale for size in (design.PAPER_GAP, design.PAPER_SPACE, design.PAPER_PAD)
        )
        quiet = _THEME.quiet
        self.quiet = self._style(design.PAPER_SMALL, quiet)
        self.headline = self._style(design.PAPER_HEADLINE, bold=True)
        self.reason = self._style(design.PAPER_REASON, quiet)
        self.line = self._style(design.PAPER_TEXT)
        self.best = self._style(design.PAPER_TEXT, _THEME.good, bold=True)
        self.problem = self._style(design.PAPER_SMALL, _THEME.late)
        self.base = self._style(design.PAPER_SMALL, bold=True)
        self.caption = self._style(design.PAPER_SMALL, bold=True)
        self.axis = self._style(design.PAPER_SMALL, quiet)
        self.note = self._style(design.PAPER_NOTE, quiet)
        self._lay_out_columns()
        self._lay_out_notes()
        self.head_height = self._head_height()
        self.name_height = max(map(self._name_height, sheet.heads)) + self.gap
        self.rows = [self._row_height(place) for place in range(len(sheet.lines))]
        self._spread(height - 2 * design.PAPER_FOOT)

    def _style(self, size: int, colour: str = _THEME.ink, *, bold: bool = False) -> Style:
        return Style(max(round(size * self.scale), 1), colour, bold)

    def _lay_out_columns(self) -> None:
        """Decide how wide the columns are, and whether differences stand beside the figures or under them."""
        sheet, count = self.sheet, len(self.sheet.heads)
        self.half = (self.width - 2 * self.space) / 2
        self.aside = count <= _FEW and bool(self.drawn)
        self.table = self.half * (1 + _MORE * (count - 1)) if self.aside else self.width
        widest = max((self.line.width(line.title) for line in sheet.lines), default=0.0) + 2 * self.gap
        column = (self.table - min(widest, self.table * (0.25 if count > _FEW else 0.4))) / count
        self.column = min(column, design.PAPER_COLUMN)
        self.titles = self.table - self.column * count
        self.inner = self.column - 2 * self.gap
        self.beside_room = []
        for place in range(count):
            cells = [line.figures[place] for line in sheet.lines if line.figures[place].beside]
            figures = max(map(self._figure_width, cells), default=0.0)
            self.beside_room.append(self.inner - figures - 1.5 * self.gap)
        self.stacked = any(
            self.quiet.width(figure.beside) > room
            for line in sheet.lines
            for figure, room in zip(line.figures, self.beside_room, strict=True)
        )

    def _figure_width(self, figure: PrintedFigure) -> float:
        """Return how wide a figure is with its mark."""
        style = self.best if figure.best else self.line
        return style.width(figure.text) + (self._mark_width if figure.best else 0)

    @property
    def _mark_width(self) -> float:
        return self.best.width(_BEST) + self.gap / 2

    def _row_height(self, place: int) -> float:
        line = self.sheet.lines[place]
        heights = [self.line.height(line.title, self.titles - self.gap)]
        for head, figure in zip(self.sheet.heads, line.figures, strict=True):
            if head.problem:
                continue
            style = self.best if figure.best else self.line
            height = style.height(figure.text, self.inner - (self._mark_width if figure.best else 0))
            heights.append(height + (self.quiet.leading if self.stacked and figure.beside else 0))
        return max(heights) + 2 * self.pad

    def _head_height(self) -> float:
        """Return how high everything above the table is."""
        sheet = self.sheet
        half = (self.width - self.space) / 2
        top = max(self.quiet.height(sheet.title, half, 1), self.quiet.height(sheet.given, half))
        headline = self.headline.height(sheet.headline, self.width)
        return top + self.gap / 2 + headline + self.gap / 4 + self.reason.height(sheet.reason, self.width) + self.space

    def _name_style(self, head: PrintedHead) -> Style:
        return self._style(design.PAPER_NAME, _THEME.brand_text(head.brand), bold=True)

    def _name_height(self, head: PrintedHead) -> float:
        name = self._name_style(head).height(head.name, self.inner - self._shape_room, 2)
        detail = self.quiet.height(self._detail(head), self.inner)
        return name + detail + self.base.height(self._said_of_base(head), self.inner)

    def _is_base(self, head: PrintedHead) -> bool:
        """Tell whether differences are taken against an option; there are none to one that is alone."""
        return head.base and len(self.sheet.heads) > 1

    def _said_of_base(self, head: PrintedHead) -> str:
        """Return what stands in the head of the column that differences are taken against."""
        return translate("Print", "差额以它为准") if self._is_base(head) else ""

    def _detail(self, head: PrintedHead) -> str:
        """Return an option's detail, its parts each in a line where they are too long for one."""
        return head.detail if self.quiet.width(head.detail) <= self.inner else head.detail.replace(" · ", "\n")

    @property
    def _shape_room(self) -> float:
        return 2 * design.PAPER_DOT * self.scale + self.gap

    def _lay_out_notes(self) -> None:
        """Divide the notes into two columns of nearly the same height, in order."""
        notes = self.sheet.notes
        heights = [self.note.height(note, self.half - self.gap) + self.pad for note in notes]
        sums = [0.0, *accumulate(heights)]
        tallest = [max(before, sums[-1] - before) for before in sums]
        self.divide = tallest.index(min(tallest))
        self.notes_height = min(tallest)

    def _spread(self, height: float) -> None:
        """Give what room is left to the pictures, then to the rows."""
        made = self.quiet.height(self.sheet.made, self.width)
        self.foot_height = made + self.gap
        notes = self.notes_height + 2 * self.gap if self.sheet.notes else 0
        problems = (self.problem.height(head.problem, self.inner) for head in self.sheet.heads if head.problem)
        lacking = max(problems, default=0) + 2 * self.gap - sum(self.rows)
        if lacking > 0:
            self.rows = [row + lacking / len(self.rows) for row in self.rows] or [lacking]
        used = self.head_height + self.name_height + sum(self.rows) + self.space + notes + self.foot_height
        room = height - used
        strips = self._strip_height(design.PAPER_STRIP_ROW)
        self.pictures = 0.0
        if self.aside:
            needed = strips + design.PAPER_PICTURES * self.scale - self.name_height - sum(self.rows)
            more = min(max(room, 0) / len(self.rows), 6 * design.PAPER_PAD_MORE)
            self.fits = room >= 0 and more * len(self.rows) >= needed
        else:
            room -= self.space if self.drawn else 0
            needed = max(design.PAPER_PICTURES * self.scale, strips) if self.drawn else 0
            self.fits = room >= needed
            more = min(max((room - 1.3 * needed) / len(self.rows), 0), 2 * design.PAPER_PAD_MORE)
            if self.drawn:
                self.pictures = min(max(room - more * len(self.rows), needed), design.PAPER_PICTURES_MOST)
        self.rows = [row + more for row in self.rows]

    def _strip_height(self, row: int) -> float:
        """Return how high the due dates are with rows of one height."""
        rows = row * self.scale * len(self.drawn)
        return self.caption.leading + self.gap + rows + self.axis.leading + self.gap / 2

    @property
    def drawn(self) -> list[tuple[int, PrintedHead]]:
        """Return the options that the pictures show, by place."""
        return [(place, head) for place, head in enumerate(self.sheet.heads) if head.payments and not head.problem]

    def paint(self, painter: QPainter) -> None:
        """Paint the page from top to bottom."""
        top = float(design.PAPER_FOOT)
        self._paint_head(painter, top)
        top += self.head_height
        bottom = self._paint_table(painter, top)
        if self.drawn:
            self._paint_pictures(painter, top, bottom)
        top = bottom + self.space + (self.pictures + self.space if self.pictures else 0)
        if self.sheet.notes:
            self._paint_notes(painter, top)
        foot = design.PAPER[1] - design.PAPER_FOOT - self.foot_height
        paint_rule(painter, self.left, self.left + self.width, foot)
        draw_text(painter, QRectF(self.left, foot + self.gap, self.width, 0), self.sheet.made, self.quiet)

    def _paint_head(self, painter: QPainter, top: float) -> None:
        sheet, half = self.sheet, (self.width - self.space) / 2
        title = draw_text(painter, QRectF(self.left, top, half, 0), sheet.title, self.quiet, most=1)
        right = QRectF(self.left + half + self.space, top, half, 0)
        given = draw_text(painter, right, sheet.given, self.quiet, _RIGHT)
        top += max(title, given) + self.gap / 2
        top += draw_text(painter, QRectF(self.left, top, self.width, 0), sheet.headline, self.headline) + self.gap / 4
        draw_text(painter, QRectF(self.left, top, self.width, 0), sheet.reason, self.reason)

    def _column(self, place: int) -> float:
        """Return where an option's column begins."""
        return self.left + self.titles + place * self.column

    def _paint_table(self, painter: QPainter, top: float) -> float:
        """Paint the table; return where it ends."""
        body = top + self.name_height
        bottom = body + sum(self.rows)
        for place, head in enumerate(self.sheet.heads):
            if self._is_base(head):
                ground = QRectF(self._column(place), top - self.gap / 2, self.column, bottom - top + self.gap / 2)
                painter.fillRect(ground, design.colour(_THEME.selected, design.GROUND))
        for place, head in enumerate(self.sheet.heads):
            self._paint_name(painter, place, head, top)
        paint_rule(painter, self.left, self.left + self.table, body, strong=True)
        for line, height, y in zip(self.sheet.lines, self.rows, accumulate(self.rows, initial=body), strict=False):
            box = QRectF(self.left, y + (height - self.line.height(line.title, self.titles - self.gap)) / 2, 0, 0)
            box.setWidth(self.titles - self.gap)
            draw_text(painter, box, line.title, self.line)
            for place, (head, figure) in enumerate(zip(self.sheet.heads, line.figures, strict=True)):
                if not head.problem:
                    self._paint_figure(painter, place, figure, y, height)
            for left, right in self._ruled():
                paint_rule(painter, left, right, y + height)
        for place, head in enumerate(self.sheet.heads):
            if head.problem:
                box = QRectF(self._column(place) + self.gap, body + self.gap, self.inner, 0)
                draw_text(painter, box, head.problem, self.problem, _RIGHT)
        paint_rule(painter, self.left, self.left + self.table, bottom, strong=True)
        return bottom

    def _ruled(self) -> Iterator[tuple[float, float]]:
        """Yield from where to where a row is ruled: not through what stands in place of figures."""
        yield self.left, self.left + self.titles
        for place, head in enumerate(self.sheet.heads):
            if not head.problem:
                yield self._column(place), self._column(place) + self.column

    def _paint_name(self, painter: QPainter, place: int, head: PrintedHead, top: float) -> None:
        style, left = self._name_style(head), self._column(place) + self.gap
        layout = style.laid(head.name, self.inner - self._shape_room, 2)
        widest = layout.lineAt(0).naturalTextWidth()
        middle = QPointF(left + self.inner - widest - self._shape_room / 2 - self.gap / 4, top + style.leading / 2)
        paint_shape(painter, place, head, middle, design.PAPER_DOT * self.scale)
        box = QRectF(left + self._shape_room, top, self.inner - self._shape_room, 0)
        top += draw_text(painter, box, head.name, style, _RIGHT, most=2)
        top += draw_text(painter, QRectF(left, top, self.inner, 0), self._detail(head), self.quiet, _RIGHT)
        draw_text(painter, QRectF(left, top, self.inner, 0), self._said_of_base(head), self.base, _RIGHT)

    def _paint_figure(self, painter: QPainter, place: int, figure: PrintedFigure, top: float, height: float) -> None:
        """Paint a figure at its column's right, marked where it is the best, the difference before or under it."""
        left, style = self._column(place) + self.gap, self.best if figure.best else self.line
        mark = self._mark_width if figure.best else 0
        own = style.height(figure.text, self.inner - mark)
        under = self.quiet.leading if self.stacked and figure.beside else 0
        y = top + (height - own - under) / 2
        if figure.best:
            width = min(style.width(figure.text), self.inner - mark)
            draw_text(painter, QRectF(left, y, self.inner - width - self.gap / 2, 0), _BEST, style, _RIGHT)
        draw_text(painter, QRectF(left + mark, y, self.inner - mark, 0), figure.text, style, _RIGHT)
        if not self.stacked:
            lower = (style.leading - self.quiet.leading) * 0.7  # on one foot with the figure
            box = QRectF(left, y + lower, self.beside_room[place], 0)
        else:
            box = QRectF(left, y + own, self.inner, 0)
        draw_text(painter, box, figure.beside, self.quiet, _RIGHT)

    def _paint_notes(self, painter: QPainter, top: float) -> None:
        notes, dot = self.sheet.notes, design.PAPER_DOT * self.scale / 4
        for place, part in enumerate((notes[: self.divide], notes[self.divide :])):
            left, y = self.left + place * (self.half + 2 * self.space), top
            for note in part:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(design.colour(_THEME.control))
                painter.drawEllipse(QPointF(left + dot, y + self.note.leading / 2), dot, dot)
                box = QRectF(left + self.gap, y, self.half - self.gap, 0)
                y += draw_text(painter, box, note, self.note) + self.pad

    def _paint_pictures(self, painter: QPainter, top: float, bottom: float) -> None:
        """Paint the due dates, and what each option has cost by each day: under the table, or beside a narrow one."""
        curves = [(place, head) for place, head in self.drawn if head.costs]
        if self.aside:
            left = self.left + self.table + 2 * self.space
            width = self.left + self.width - left
            strip = QRectF(left, top, width, self._strip_height(design.PAPER_STRIP_ROW_MOST))
            curve = QRectF(left, strip.bottom() + self.space, width, bottom - strip.bottom() - self.space)
        else:
            top = bottom + self.space
            strip = QRectF(self.left, top, self.half if curves else self.width, self.pictures)
            curve = QRectF(self.left + self.half + 2 * self.space, top, self.half, self.pictures)
        pictures = PrintedPictures(self.sheet, self.drawn, self.scale, self.axis, self.caption, self.gap)
        pictures.paint_strip(painter, strip)
        if curves:
            pictures.paint_curves(painter, curve, curves)

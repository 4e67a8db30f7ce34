"""The books of a day: what each loan owes, bucket by bucket."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from jiebei_desktop.engine.ledger import Ledger
from jiebei_desktop.money import grouped
from jiebei_desktop.planning.late import Subject
from jiebei_desktop.planning.late_whys import figure_why, periods_why
from jiebei_desktop.planning.late_words import books_lines
from jiebei_desktop.products import RuleBook
from jiebei_desktop.products.stages import shipped_overdue
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.basics import Card
from jiebei_desktop.ui.widgets.figure_model import Cell, Tone
from jiebei_desktop.ui.widgets.figures import FigureTable


class BooksCard(Card):
    """One column a loan."""

    def __init__(self) -> None:
        super().__init__(translate("Late", "那天欠多少"))
        self.table = FigureTable(translate("Late", "那天欠多少"), whole=True)
        self.body.addWidget(self.table)
        self.body.addStretch(1)

    def show_books(self, found: Sequence[tuple[Subject, Ledger]], rules: RuleBook) -> None:
        """Show the books of a day."""
        header = [Cell("", words=True), *(Cell(_title(subject)) for subject, _ in found)]
        known = shipped_overdue()
        stages = [f"{books.overdue_periods} / {known.stage(books.overdue_days).id}" for _, books in found]
        name = translate("Late", "几期没还 / 阶段")
        whole_row = [
            Cell(stage, Tone.QUIET, why=partial(periods_why, books))
            for stage, (_, books) in zip(stages, found, strict=True)
        ]
        lines = [
            [Cell(translate("Late", "哪一天"), Tone.QUIET, words=True)],
            [Cell(name, Tone.QUIET, words=True), *whole_row],
        ]
        if not found:
            self.table.show_cells([], [])
            return
        lines[0] += [Cell(books.as_of.isoformat(), Tone.QUIET) for _, books in found]
        for key, name, whole in books_lines():
            amounts = [getattr(books, key) for _, books in found]
            if whole or any(amounts):
                tone = Tone.STRONG if whole else Tone.PLAIN
                cells = [
                    Cell(grouped(amount), tone, why=partial(figure_why, subject, books, key, rules))
                    for amount, (subject, books) in zip(amounts, found, strict=True)
                ]
                lines.append([Cell(name, Tone.QUIET, words=True), *cells])
        self.table.show_cells(header, lines)
        self.table.fix_columns({0: design.FIRST_COLUMN})


def _title(subject: Subject) -> str:
    return "\n".join(filter(None, (subject.name, subject.beside.strip())))

"""The books of a day: what each loan owes, bucket by bucket."""

from __future__ import annotations

from collections.abc import Sequence

from jiebei_desktop.engine.ledger import Ledger
from jiebei_desktop.money import grouped
from jiebei_desktop.planning.late import Subject
from jiebei_desktop.planning.late_words import books_why
from jiebei_desktop.products.stages import shipped_overdue
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.basics import Card
from jiebei_desktop.ui.widgets.figures import Cell, FigureTable, Tone


class BooksCard(Card):
    """One column a loan."""

    def __init__(self) -> None:
        super().__init__(translate("Late", "那天欠多少"))
        self.table = FigureTable(translate("Late", "那天欠多少"), whole=True, sideways=True)
        self.body.addWidget(self.table)
        self.body.addStretch(1)

    def show_books(self, found: Sequence[tuple[Subject, Ledger]]) -> None:
        """Show the books of a day."""
        header = [Cell("", words=True), *(Cell(_title(subject)) for subject, _ in found)]
        known = shipped_overdue()
        stages = [f"{books.overdue_periods} / {known.stage(books.overdue_days).id}" for _, books in found]
        name = translate("Late", "几期没还 / 阶段")
        lines = [
            [Cell(translate("Late", "哪一天"), Tone.QUIET, words=True)],
            [Cell(name, Tone.QUIET, words=True), *(Cell(stage, Tone.QUIET) for stage in stages)],
        ]
        if not found:
            self.table.show_cells([], [])
            return
        lines[0] += [Cell(books.as_of.isoformat(), Tone.QUIET) for _, books in found]
        reasons = [books_why(subject, books) for subject, books in found]
        for key, name, tone in _figures():
            amounts = [getattr(books, key) for _, books in found]
            if tone is not Tone.PLAIN or any(amounts):
                cells = [
                    Cell(grouped(amount), tone, why=why.get(key, ""))
                    for amount, why in zip(amounts, reasons, strict=True)
                ]
                lines.append([Cell(name, Tone.QUIET, words=True, why=reasons[0].get(key, "")), *cells])
        self.table.show_cells(header, lines)
        self.table.fix_columns({0: design.FIRST_COLUMN})


def _title(subject: Subject) -> str:
    return "\n".join(filter(None, (subject.name, subject.beside.strip())))


def _figures() -> tuple[tuple[str, str, Tone], ...]:
    """Return the lines by the books' names: those that are plain are left out where they are zero for all."""
    return (
        ("overdue_principal", translate("Late", "逾期本金"), Tone.PLAIN),
        ("overdue_interest", translate("Late", "逾期利息"), Tone.PLAIN),
        ("overdue_fee", translate("Late", "逾期手续费"), Tone.PLAIN),
        ("penalty_on_principal", translate("Late", "本金的罚息"), Tone.PLAIN),
        ("penalty_on_interest", translate("Late", "利息、费的罚息"), Tone.PLAIN),
        ("due_now", translate("Late", "要还才不逾期"), Tone.STRONG),
        ("normal_principal", translate("Late", "没到期的本金"), Tone.PLAIN),
        ("normal_interest", translate("Late", "本期到那天的利息"), Tone.PLAIN),
        ("credit", translate("Late", "先存着的钱"), Tone.PLAIN),
        ("settlement", translate("Late", "一次结清要"), Tone.STRONG),
    )

"""The books of a day: what each loan owes, bucket by bucket."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from jiebei_desktop.engine import Ledger
from jiebei_desktop.money import grouped
from jiebei_desktop.planning.late import Subject
from jiebei_desktop.products.stages import shipped_overdue
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.basics import Card
from jiebei_desktop.ui.widgets.figures import Cell, FigureTable, Tone


class BooksCard(Card):
    """One column a loan."""

    def __init__(self) -> None:
        super().__init__(translate("Late", "那天欠多少"))
        self.table = FigureTable(translate("Late", "那天欠多少"), whole=True)
        self.body.addWidget(self.table)
        self.body.addStretch(1)

    def show_books(self, found: Sequence[tuple[Subject, Ledger]]) -> None:
        """Show the books of a day."""
        header = [Cell("", words=True), *(Cell(_title(subject)) for subject, _ in found)]
        known = shipped_overdue()
        stages = [Cell(str(known.stage(books.overdue_days).id), Tone.QUIET) for _, books in found]
        lines = [[Cell(translate("Late", "几期没还 / 阶段"), Tone.QUIET, words=True)]]
        for (_, books), stage in zip(found, stages, strict=True):
            lines[0].append(Cell(f"{books.overdue_periods} / {stage.text}", Tone.QUIET))
        for name, figure, tone in _figures():
            amounts = [figure(books) for _, books in found]
            if tone is not Tone.PLAIN or any(amounts):
                lines.append([Cell(name, Tone.QUIET, words=True), *(Cell(grouped(each), tone) for each in amounts)])
        self.table.show_cells(header, lines)
        self.table.fix_columns({0: design.FIRST_COLUMN})


def _title(subject: Subject) -> str:
    return "\n".join(filter(None, (subject.name, subject.beside.strip())))


_Figure = tuple[str, Callable[[Ledger], Decimal], Tone]


def _figures() -> tuple[_Figure, ...]:
    """Return the lines: those that are plain are left out where they are zero for all."""
    return (
        (translate("Late", "逾期本金"), lambda books: books.overdue_principal, Tone.PLAIN),
        (translate("Late", "逾期利息"), lambda books: books.overdue_interest, Tone.PLAIN),
        (translate("Late", "逾期手续费"), lambda books: books.overdue_fee, Tone.PLAIN),
        (translate("Late", "本金的罚息"), lambda books: books.penalty_on_principal, Tone.PLAIN),
        (translate("Late", "利息、费的罚息"), lambda books: books.penalty_on_interest, Tone.PLAIN),
        (translate("Late", "要还才不逾期"), lambda books: books.due_now, Tone.STRONG),
        (translate("Late", "没到期的本金"), lambda books: books.normal_principal, Tone.PLAIN),
        (translate("Late", "本期到今天的利息"), lambda books: books.normal_interest, Tone.PLAIN),
        (translate("Late", "先存着的钱"), lambda books: books.credit, Tone.PLAIN),
        (translate("Late", "一次结清要"), lambda books: books.settlement, Tone.STRONG),
    )

"""The table of all costs as lenders have to show it, and the way back: the lender's figures held against the loan."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QPushButton, QWidget

from jiebei_desktop.engine import Schedule
from jiebei_desktop.money import percent_exact
from jiebei_desktop.planning.disclosure import Line, disclosure, part_name
from jiebei_desktop.planning.document import Loan
from jiebei_desktop.planning.fitting import Fit, figures_typed, fit
from jiebei_desktop.planning.schedule_why import line_why
from jiebei_desktop.products import ProductRule
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.why import Reason
from jiebei_desktop.ui.widgets.basics import Card, clear, column, label, row
from jiebei_desktop.ui.widgets.dialog_body import DialogBody
from jiebei_desktop.ui.widgets.fields import FormField, TextField
from jiebei_desktop.values import Method, ProblemError, RatePer

_ITEM, _AMOUNT, _HOW = 1, 2, 3


class DisclosureCard(Card):
    """The table of one loan. `commit` takes over a loan with the price that the lender's figures give."""

    def __init__(self, commit: Callable[[str, Loan], None]) -> None:
        super().__init__(translate("Disclosure", "综合融资成本明示表"))
        self._commit = commit
        self._shown: tuple[Loan, Schedule] | None = None
        self._lines: list[tuple[QLabel, ...]] = []
        self._table: tuple[Line, ...] = ()
        self._why: Callable[[Line], str] = lambda _line: ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # to be asked by keys, for all lines together
        self.setAccessibleName(translate("Disclosure", "综合融资成本明示表"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(design.SPACE)
        self._grid.setVerticalSpacing(design.GRID)
        self._grid.setColumnStretch(_ITEM, 1)
        self._grid.setColumnStretch(_HOW, 2)
        self.body.addLayout(self._grid)
        self.check = QPushButton(translate("Disclosure", "照 App 里的明示表核对…"))
        self.check.clicked.connect(self._ask)
        line = row()
        line.addWidget(self.check)
        line.addStretch(1)
        self.body.addLayout(line)

    def show_loan(self, loan: Loan, found: Schedule | None, rule: ProductRule | None) -> None:
        """Show a loan's table, or nothing where it can't be worked out."""
        self._shown = (loan, found) if found else None
        self.setVisible(found is not None)
        if found is None:
            return
        lines = self._table = disclosure(found, rule)
        self._why = partial(line_why, found=found, rule=rule)
        self._fit_lines(len(lines))
        before = None
        for line, labels in zip(lines, self._lines, strict=True):
            part = "" if line.part is before else part_name(line.part)
            before = line.part
            how = " · ".join(filter(None, (line.how, line.who)))
            for made, text in zip(labels, (part, line.item, line.amount, how), strict=True):
                made.setText(text)

    def text(self) -> str:
        """Return the whole table, a line each."""
        return "\n".join(" ".join(filter(None, (made.text() for made in labels))) for labels in self._lines)

    def why_here(self) -> str:
        """Return how the figures of all lines came about; a click asks for one."""
        said, known = [], set[str]()
        for line in self._table:
            head, *steps = self._why(line).split("\n")
            said.append("\n".join((head, *(step for step in steps if step not in known))))
            known.update(steps)  # the rule behind most of them need be said only once
        return "\n\n".join(said)

    def _line_why(self, line: int, _place: QPoint | None) -> str:
        return self._why(self._table[line])

    def _fit_lines(self, count: int) -> None:
        if len(self._lines) == count:
            return
        clear(self._grid)
        self._lines = []
        for place in range(count):
            labels = (label(name="tableTitle", wrap=True), label(wrap=True), label(), label(name="quiet", wrap=True))
            for column_place, made in enumerate(labels):
                self._grid.addWidget(made, place, column_place, Qt.AlignmentFlag.AlignTop)
            labels[_AMOUNT].setAlignment(Qt.AlignmentFlag.AlignRight)
            labels[_AMOUNT].setCursor(Qt.CursorShape.PointingHandCursor)
            Reason(labels[_AMOUNT], partial(self._line_why, place))
            self._lines.append(labels)

    def _ask(self) -> None:
        if self._shown is None:
            return
        dialog = FitDialog(*self._shown, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: dialog.made and self._commit(dialog.windowTitle(), dialog.made))
        dialog.open()


class FitDialog(QDialog):
    """Asks for the figures of the lender's table and says which terms give them. `made` is the loan with that price."""

    def __init__(self, loan: Loan, found: Schedule, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Disclosure", "照 App 里的明示表核对"))
        self._loan, self._terms = loan, found.terms
        self._fit: Fit | None = None
        self.made: Loan | None = None
        yuan = translate("Fields", "元")
        self.fields: dict[str, FormField] = {
            "cost": TextField(translate("Disclosure", "利息和手续费合计"), yuan),
            "instalment": TextField(translate("Disclosure", "第一期应还"), yuan),
            "payment": TextField(translate("Disclosure", "本息和费用一共"), yuan),
            "annual": TextField(translate("Disclosure", "年化综合融资成本"), "%"),
        }
        hint = translate("Disclosure", "本金、期数、日期和还款方式用这笔借款的。知道几项填几项。")
        self.answer = label(wrap=True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Close)
        self.take = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.take.setText(translate("Disclosure", "用这个价格"))
        self.take.setEnabled(False)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(translate("Disclosure", "关闭"))
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        asked = column()
        asked.addWidget(label(hint, "quiet", wrap=True))
        for field in self.fields.values():
            field.edited.connect(lambda _: self._try())
            asked.addWidget(field)
        asked.addWidget(self.answer)
        asked.addStretch(1)
        layout = column()
        layout.setContentsMargins(design.SPACE, design.SPACE, design.SPACE, design.SPACE)
        layout.addWidget(DialogBody(asked, design.DIALOG_WIDTH - 2 * design.SPACE), 1)
        layout.addWidget(buttons)
        self.setLayout(layout)

    def _try(self) -> None:
        """Work out what the figures typed so far come from, at each key."""
        for field in self.fields.values():
            field.say("")
        self._fit = None
        self.answer.setText("")
        try:
            figures = figures_typed(self._terms, {name: field.text() for name, field in self.fields.items()})
            if figures is not None:
                self._fit = fit(figures)
        except ProblemError as error:
            if error.problem.field in self.fields:
                self.fields[error.problem.field].say(str(error))
            else:
                self.answer.setText(str(error))
        if self._fit is not None:
            self.answer.setText(
                "\n".join((_price_found(self._fit), *(f.message for f in self._fit.findings if f.fits)))
            )
            for finding in self._fit.findings:
                self.fields[finding.figure].say("" if finding.fits else finding.message)
        self.take.setEnabled(self._fit is not None)

    def _accept(self) -> None:
        assert self._fit is not None  # noqa: S101 - the button is only there with it
        terms = self._fit.terms
        price: dict[str, object] = {"rate": terms.rate, "rate_per": RatePer.DAY}
        if terms.method is Method.FLAT_FEE:
            price = {"fee_rate": terms.fee_rate}
        self.made = self._loan.model_copy(update=price)
        self.accept()


def _price_found(found: Fit) -> str:
    terms = found.terms
    if terms.method is Method.FLAT_FEE:
        text = translate("Disclosure", "总手续费率 {rate}%")
        price = text.format(rate=percent_exact(terms.fee_rate))
    else:
        price = translate("Disclosure", "日利率 {rate}%").format(rate=percent_exact(terms.rate))
    if found.whole:
        return translate("Disclosure", "{price}，填的每一项都对得上：").format(price=price)
    return translate("Disclosure", "最接近的是{price}，但有的对不上：").format(price=price)

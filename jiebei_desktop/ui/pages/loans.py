"""借款: the user's loans, each as a form beside the schedule that follows every keystroke."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QScrollArea, QStackedWidget, QWidget

from jiebei_desktop.engine import Row, Schedule, schedule
from jiebei_desktop.files.tables import schedule_table
from jiebei_desktop.money import HUNDRED, grouped, percent
from jiebei_desktop.planning.document import Loan, loan_terms
from jiebei_desktop.planning.entry import Field, new_loan
from jiebei_desktop.planning.hints import billed_instalment_check, offer_hints
from jiebei_desktop.planning.wording import cost_why, loan_label, loan_sentence, offer_detail, rates_sentence
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.entry import Entry
from jiebei_desktop.ui.icons import dot, icon
from jiebei_desktop.ui.offer_fields import OfferFields, field_name
from jiebei_desktop.ui.pages.base import Export, Page
from jiebei_desktop.ui.store import Change, Store
from jiebei_desktop.ui.widgets.basics import Card, FigureCard, FigureRow, Notice, clear, column, label, row
from jiebei_desktop.ui.widgets.fields import ChoiceField, DateField, FormField, TextField
from jiebei_desktop.ui.widgets.figures import Cell, FigureTable, Tone
from jiebei_desktop.ui.widgets.pictures import Bar, Bars
from jiebei_desktop.values import Method, ProblemError


class LoansPage(Page):
    """The loans of the plan. `sample_wanted` and `file_wanted` are asked for on the empty page."""

    name = "loans"
    icon = "loans"
    sample_wanted = Signal()
    file_wanted = Signal()

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._chosen = ""
        self._schedule: Schedule | None = None
        self._problem = ""
        self.strip = LoanStrip()
        self.strip.chosen.connect(self._choose)
        self.strip.wanted.connect(self.add_loan)
        self.form = LoanForm(store)
        self.result = ScheduleView()
        self.entry = Entry(self.form.fields, self._read, self._commit, store.end_typing, store.rules)
        self.entry.tried.connect(self._show_notice)
        self.form.delete.clicked.connect(self._delete)
        self.empty = EmptyLoans()
        self.empty.sample.clicked.connect(self.sample_wanted)
        self.empty.new.clicked.connect(self.add_loan)
        self.empty.open.clicked.connect(self.file_wanted)
        filled = QWidget()
        layout = column(spacing=design.INSET)
        layout.addWidget(self.strip)
        sides = row(spacing=design.INSET)
        sides.addWidget(self.form)
        sides.addWidget(self.result, 1)
        layout.addLayout(sides, 1)
        filled.setLayout(layout)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(filled)
        self.body.addWidget(self.stack, 1)

    @classmethod
    def title(cls) -> str:
        """Return the page's name in the sidebar."""
        return translate("Loans", "借款")

    @property
    def loan(self) -> Loan | None:
        """Return the loan that the form shows."""
        return self.store.plan.loan(self._chosen)

    def add_loan(self) -> None:
        """Add a loan by the first product's defaults and put the cursor into its amount."""
        products = self.store.rules.ordered
        if not products:
            return
        loan = new_loan(products[0], self.store.today)
        self._chosen = loan.id
        self.store.edit(translate("Loans", "添加借款"), self.store.plan.with_loan(loan))
        self.form.fields[Field.PRINCIPAL].editor.setFocus(Qt.FocusReason.TabFocusReason)  # which selects what is there

    def show_change(self, change: Change) -> None:
        """Show the plan after a change; follow a loan that came or changed by undo."""
        if not change.typed:
            self.entry.forget()
        loans = change.after.loans
        touched = [loan.id for loan in loans if loan not in change.before.loans]
        if touched and not change.typed:
            self._chosen = touched[0]
        if self.loan is None:
            self._chosen = loans[-1].id if loans else ""
        self._show()

    def export(self) -> Export | None:
        """Return the schedule on screen."""
        if self.loan is None or self._schedule is None:
            return None
        name = loan_label(self.loan, self.store.rules)
        return Export(translate("Loans", "{name} 还款表").format(name=name), schedule_table(self._schedule))

    def _choose(self, loan_id: str) -> None:
        self._chosen = loan_id
        self.store.end_typing()
        self._show()

    def _read(self) -> tuple[object, Loan] | None:
        return (self.loan.id, self.loan) if self.loan else None

    def _commit(self, field: Field, loan: Loan) -> None:
        title = translate("Loans", "修改借款：{field}").format(field=field_name(field))
        self.store.edit(title, self.store.plan.with_loan(loan), typing=(loan.id, field))

    def _delete(self) -> None:
        if self.loan is not None:
            self.store.edit(translate("Loans", "删除借款"), self.store.plan.without_loan(self.loan.id))

    def _show(self) -> None:
        loan = self.loan
        self.stack.setCurrentIndex(0 if loan is None else 1)
        self.strip.show_loans(self.store, self._chosen)
        if loan is None:
            self._schedule = None
            self.headline.say(
                translate("Loans", "每一笔借款，每期还多少、一共多付多少，都算到分。"),
                translate("Loans", "全部在这台电脑上算，不联网。先看看示例，或者直接填自己的。"),
            )
            return
        self.form.fit(loan)
        self._schedule, self._problem = None, ""
        try:
            worked_out = schedule(loan_terms(loan, self.store.rules))
            worked_out.rates  # noqa: B018 - a rate that can't be found is this loan's problem
            self._schedule = worked_out
        except ProblemError as error:
            self._problem = str(error)
        rule = self.store.rules.rules.get(loan.product)
        self.entry.show(offer_hints(loan, loan.principal, rule) if rule else {})
        if self._schedule is not None:
            self.headline.say(loan_sentence(self._schedule), rates_sentence(self._schedule))
            self.result.show_schedule(self._schedule, design.current().brand(rule.brand if rule else None))
        else:
            self.headline.say(translate("Loans", "这笔借款还算不出来"), self._problem)
        self.result.show_figures(self._schedule is not None)
        self._show_notice()

    def _show_notice(self) -> None:
        """Say what is wrong with the figures on the right, the worst first."""
        said = self._problem
        if not said and self.entry.waiting:
            said = translate("Loans", "左边有一处还没填对，这里是改之前的结果。")
        if not said and self.loan and self._schedule:
            found = billed_instalment_check(self.loan, self._schedule)
            said = found.message if found else ""
        self.result.notice.say(said)


class LoanStrip(QScrollArea):
    """The loans as a row of buttons. `chosen` says a loan's id, `wanted` that another loan is to be added."""

    chosen = Signal(str)
    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._shown: list[tuple[str, str, str]] = []
        self._made: list[QPushButton] = []
        self._buttons = row()
        self._add = QPushButton(icon("add"), translate("Loans", "新借款"))
        self._add.setToolTip(translate("Loans", "添加一笔借款（Ctrl+L）"))
        self._add.clicked.connect(self.wanted)
        inside = QWidget()
        inside.setObjectName("plain")
        line = row()
        line.addLayout(self._buttons)
        line.addWidget(self._add)
        line.addStretch(1)
        inside.setLayout(line)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(design.LOAN_HEIGHT)

    def show_loans(self, store: Store, chosen: str) -> None:
        """Show the plan's loans; buttons are made anew only when what they say changes."""
        loans = [(loan.id, _button_text(loan, store), _brand_colour(loan, store)) for loan in store.plan.loans]
        if [loan[0] for loan in loans] != [loan[0] for loan in self._shown]:
            clear(self._buttons)
            self._made = []
            for loan_id, _, _ in loans:
                button = QPushButton()
                button.setObjectName("loan")
                button.setCheckable(True)
                button.setIconSize(QSize(design.DOT, design.DOT))
                button.setFixedHeight(design.LOAN_HEIGHT)
                button.clicked.connect(lambda _, loan_id=loan_id: self.chosen.emit(loan_id))
                self._group.addButton(button)
                self._buttons.addWidget(button)
                self._made.append(button)
        for index, (loan_id, text, colour) in enumerate(loans):
            button = self._made[index]
            button.setText(text)
            button.setIcon(dot(colour))
            button.setChecked(loan_id == chosen)
        self._shown = loans


def _button_text(loan: Loan, store: Store) -> str:
    name = loan_label(loan, store.rules)
    return f"{name}\n{grouped(loan.principal)} · {offer_detail(loan)}".replace("&", "&&")


def _brand_colour(loan: Loan, store: Store) -> str:
    rule = store.rules.rules.get(loan.product)
    return design.current().brand(rule.brand if rule else None)


class LoanForm(Card):
    """The fields of a loan, in the order in which people know the answers."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._rules = store.rules
        self.product = ChoiceField(field_name(Field.PRODUCT))
        self.product.set_choices((rule.id, str(rule.name)) for rule in store.rules.ordered)
        self.offer = OfferFields()
        yuan = translate("Fields", "元")
        self.first_due_date = DateField(field_name(Field.FIRST_DUE_DATE))
        self.fields: dict[Field, FormField] = {
            Field.PRODUCT: self.product,
            Field.PRINCIPAL: TextField(field_name(Field.PRINCIPAL), yuan),
            Field.START_DATE: DateField(field_name(Field.START_DATE)),
            **self.offer.by_name(),
            Field.FIRST_DUE_DATE: self.first_due_date,
            Field.BILLED_INSTALMENT: TextField(field_name(Field.BILLED_INSTALMENT), yuan),
            Field.NAME: TextField(field_name(Field.NAME)),
        }
        self.delete = QPushButton(translate("Loans", "删除这笔借款"))
        inside = QWidget()
        inside.setObjectName("plain")
        layout = column(spacing=design.GRID)
        shape = row(spacing=design.GRID)
        self.offer.periods.setFixedWidth(design.SHORT_FIELD)
        shape.addWidget(self.offer.periods)
        shape.addWidget(self.offer.method, 1)
        for name, field in self.fields.items():
            if name is Field.PERIODS:
                layout.addLayout(shape)
                layout.addWidget(field.message)  # across the whole form
            elif name is not Field.METHOD:
                layout.addWidget(field)
        layout.addStretch(1)
        layout.addWidget(self.delete)
        layout.setContentsMargins(0, 0, design.GRID, 0)
        inside.setLayout(layout)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(area)
        self.setFixedWidth(design.FORM_WIDTH)

    def fit(self, loan: Loan) -> None:
        """Offer what the loan's product knows."""
        self.offer.fit(loan, self._rules)
        self.first_due_date.editor.setProperty("placeholderText", translate("Fields", "不填：借款日起一个月"))


class ScheduleView(QScrollArea):
    """A schedule: four figures, the instalments as bars, and every row."""

    def __init__(self) -> None:
        super().__init__()
        self.notice = Notice()
        self._figures = {
            "cost": FigureCard(translate("Loans", "利息和手续费")),
            "payment": FigureCard(translate("Loans", "总共还")),
            "nominal": FigureCard(translate("Loans", "名义年化")),
            "effective": FigureCard(translate("Loans", "实际年化")),
        }
        self._figure_row = FigureRow(list(self._figures.values()))
        self._bars = Bars()
        bars = Card(translate("Loans", "每期要还（深色是本金，浅色是利息或手续费）"))
        bars.body.addWidget(self._bars)
        self.table = FigureTable(translate("Loans", "还款表"), whole=True)
        table = Card()
        table.body.setContentsMargins(design.GRID, design.HALF, design.GRID, design.GRID)
        table.body.addWidget(self.table)
        layout = column(spacing=design.INSET)
        self._parts = (self._figure_row, bars, table)
        for part in (self.notice, *self._parts):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.setContentsMargins(0, 0, design.INSET, 0)  # the scroll bar's room
        inside = QWidget()
        inside.setObjectName("plain")
        inside.setLayout(layout)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_figures(self, there: bool) -> None:
        """Show the figures, or nothing where there are none: those of another loan would deceive."""
        for part in self._parts:
            part.setVisible(there)

    def show_schedule(self, worked_out: Schedule, colour: str) -> None:
        """Show a schedule in its product's colour."""
        rows, totals, rates = worked_out.rows, worked_out.totals, worked_out.rates
        per_hundred = grouped(totals.cost * HUNDRED / totals.principal)
        cost = translate("Loans", "每借 100 元付 {amount} 元").format(amount=per_hundred)
        principal = translate("Loans", "其中本金 {amount}").format(amount=grouped(totals.principal))
        self._figures["cost"].show_figure(grouped(totals.cost), cost)
        self._figures["payment"].show_figure(grouped(totals.payment), principal)
        self._figures["nominal"].show_figure(percent(rates.nominal_annual), translate("Loans", "单利 · 按期数"))
        self._figures["effective"].show_figure(percent(rates.effective_annual), translate("Loans", "复利 · 按还款日"))
        self._figure_row.fit()
        fee = worked_out.terms.method is Method.FLAT_FEE
        self._bars.show_bars(
            [Bar(f"{row.due_date:%m-%d}", row.principal, row.interest + row.fee, _why(row)) for row in rows],
            colour,
            loan_sentence(worked_out),
        )
        header = [
            Cell(translate("Loans", "期")),
            Cell(translate("Loans", "还款日")),
            Cell(translate("Loans", "天数")),
            Cell(translate("Loans", "本金")),
            Cell(translate("Loans", "手续费") if fee else translate("Loans", "利息")),
            Cell(translate("Loans", "应还")),
            Cell(translate("Loans", "还剩本金")),
        ]
        cells = [_cells(row, cost_why(row, worked_out.terms)) for row in rows]
        total = translate("Loans", "合计")
        cells.append(
            [
                Cell(""),
                Cell(total, Tone.STRONG),
                Cell(str(sum(row.days for row in rows)), Tone.QUIET),
                Cell(grouped(totals.principal), Tone.STRONG),
                Cell(grouped(totals.cost), Tone.STRONG),
                Cell(grouped(totals.payment), Tone.STRONG),
                Cell(""),
            ]
        )
        self.table.show_cells(header, cells)
        self.table.fix_columns({0: design.NUMBER_COLUMN, 1: design.DATE_COLUMN, 2: design.DAYS_COLUMN})


def _cells(row: Row, why: str) -> list[Cell]:
    return [
        Cell(str(row.period), Tone.QUIET),
        Cell(row.due_date.isoformat()),
        Cell(str(row.days), Tone.QUIET),
        Cell(grouped(row.principal)),
        Cell(grouped(row.interest + row.fee), why=why),
        Cell(grouped(row.payment), Tone.STRONG),
        Cell(grouped(row.balance), Tone.QUIET),
    ]


def _why(row: Row) -> str:
    text = translate("Loans", "第 {period} 期 {due}：本金 {principal} + 利息和手续费 {cost} = {payment} 元")
    return text.format(
        period=row.period,
        due=row.due_date,
        principal=grouped(row.principal),
        cost=grouped(row.interest + row.fee),
        payment=grouped(row.payment),
    )


class EmptyLoans(QWidget):
    """What to do where there is no loan yet."""

    def __init__(self) -> None:
        super().__init__()
        card = Card(translate("Loans", "从哪里开始？"))
        self.sample = QPushButton(translate("Loans", "看示例计划"))
        self.sample.setObjectName("primary")
        self.new = QPushButton(translate("Loans", "填自己的借款"))
        self.open = QPushButton(translate("Loans", "打开存过的计划…"))
        choices = (
            (self.sample, translate("Loans", "借 12,000 元分 5 期：每期到底多少，“约 1,300”对不对。")),
            (self.new, translate("Loans", "照着 App 填金额、日期、期数和利率，右边马上出还款表。")),
            (self.open, translate("Loans", "接着上次存的文件看。")),
        )
        for button, what in choices:
            line = row(spacing=design.SPACE)
            button.setMinimumWidth(design.WIDE_BUTTON)
            line.addWidget(button)
            line.addWidget(label(what, "quiet", wrap=True), 1)
            card.body.addLayout(line)
        card.setMaximumWidth(design.READING_WIDTH)
        layout = column()
        layout.addWidget(card)
        layout.addStretch(1)
        self.setLayout(layout)

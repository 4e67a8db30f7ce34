"""The cards of the page 策略: out of which money, which ways there are, what the chosen one pays when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QPushButton

from jiebei_desktop.files.payoff_tables import ways_off
from jiebei_desktop.money import ZERO, grouped, percent
from jiebei_desktop.planning.budget.edit import with_budget
from jiebei_desktop.planning.budget.household import Budget
from jiebei_desktop.planning.entry import NO, YES, Field
from jiebei_desktop.planning.payoff.answers import (
    above,
    best_of,
    extra_words,
    negotiated_words,
    paid_words,
)
from jiebei_desktop.planning.payoff.debts import RealDebt
from jiebei_desktop.planning.payoff.outcome import Outcome
from jiebei_desktop.planning.payoff.plan import SECONDS, Found, Question
from jiebei_desktop.planning.payoff.rules import Extra
from jiebei_desktop.planning.payoff.whys import (
    cost_why_of,
    extra_why_of,
    free_why,
    late_why_of,
    month_why,
    more_why,
    owed_why,
    paid_why,
)
from jiebei_desktop.planning.payoff.words import rule_name
from jiebei_desktop.products import Brand
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.part_form import PartForm
from jiebei_desktop.ui.shortcuts import key_text
from jiebei_desktop.ui.store import Store
from jiebei_desktop.ui.why import Reason
from jiebei_desktop.ui.widgets.basics import Card, label, row
from jiebei_desktop.ui.widgets.fan import FanChart, FanPoint
from jiebei_desktop.ui.widgets.fields import ChoiceField, FormField, TextField
from jiebei_desktop.ui.widgets.figure_model import Cell, Tone
from jiebei_desktop.ui.widgets.figures import FigureTable
from jiebei_desktop.ui.widgets.month_bars import BarStyle, MonthBar, MonthBars, Part
from jiebei_desktop.ui.widgets.order_list import OrderList
from jiebei_desktop.ui.widgets.picture_out import PictureCard

_NOTHING = "—"
_STEPS = 100


class MoneyCard(Card):
    """Out of which money debts are paid, whether anything may be late, and the search for the best."""

    enough = Signal()

    def __init__(self, store: Store) -> None:
        super().__init__(translate("PayoffPage", "拿多少钱还"))
        self._store = store
        self.monthly = TextField(translate("PayoffPage", "每月还债的钱（不填：看预算）"), translate("Fields", "元"))
        self.no_late = ChoiceField(translate("PayoffPage", "能不能晚还"))
        self.no_late.set_choices(
            (
                (YES, translate("PayoffPage", "一天都不晚，除非钱真的不够")),
                (NO, translate("PayoffPage", "省钱的话可以晚（会影响征信）")),
            )
        )
        fields: dict[Field, FormField] = {Field.MONTHLY: self.monthly, Field.NO_LATE: self.no_late}
        self.form = PartForm(store, fields, design.MONEY_FIELD, self._read, self._commit)
        self.body.addWidget(self.form)
        self.bar = QProgressBar()
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("PayoffPage", "正在找最省的还法"))
        self.state = label(name="small", wrap=True)
        self.stop = QPushButton(translate("PayoffPage", "不找了，用现在的"))
        self.stop.setObjectName("smallChip")
        self.stop.clicked.connect(self.enough)
        under = row(spacing=design.INSET)
        under.addWidget(self.bar, 1)
        under.addWidget(self.state, 2)
        under.addWidget(self.stop)
        self.body.addLayout(under)
        self.show_search(None)

    def show_question(self, asked: Question) -> None:
        """Show where the money comes from."""
        remark = ""
        if self._store.plan.budget.monthly is None and asked.monthly is not None:
            text = translate("PayoffPage", "还没有预算：按最重的一个月 {amount} 元算")
            remark = text.format(amount=grouped(asked.monthly))
        elif self._store.plan.budget.monthly is None:
            remark = translate("PayoffPage", "预算里剩下的都用来还")
        self.form.entry.show({Field.MONTHLY: remark})

    def show_search(self, seconds: float | None, best: float | None = None, bound: float | None = None) -> None:
        """Show how far the search has come; None where none is on."""
        on = seconds is not None
        for part in (self.bar, self.state, self.stop):
            part.setVisible(on)
        if seconds is None:
            return
        self.bar.setValue(min(int(seconds / SECONDS * _STEPS), _STEPS))
        text = translate("PayoffPage", "正在找最省的还法，{seconds} 秒")
        if best is not None and bound is not None:
            text = translate("PayoffPage", "正在找最省的还法，{seconds} 秒；离证明还差 {gap} 元")
        gap = Decimal(max((best or 0.0) - (bound or 0.0), 0.0))
        self.state.setText(text.format(seconds=f"{seconds:.1f}", gap=grouped(gap)))

    def _read(self) -> tuple[object, Budget]:
        return "payoff", self._store.plan.budget

    def _commit(self, field: Field, budget: Budget) -> None:
        title = (
            translate("PayoffPage", "改每月还债的钱")
            if field is Field.MONTHLY
            else translate("PayoffPage", "改能不能晚还")
        )
        self._store.edit(title, with_budget(self._store.plan, budget), typing=("payoff", field))


class WaysCard(Card):
    """The ways of paying off side by side. `chosen` says the rule of the one that is looked at."""

    chosen = Signal(str)
    adopted = Signal(str)

    def __init__(self) -> None:
        super().__init__(translate("PayoffPage", "哪种还法"))
        self.table = FigureTable(translate("PayoffPage", "哪种还法"), whole=True)
        self.body.addWidget(self.table)
        self.words = label(wrap=True)
        self.body.addWidget(self.words)
        self.adopt = QPushButton(translate("PayoffPage", "照这个还（把提前还的记到借款里）"))
        self.adopt.clicked.connect(self._adopt)
        end = row()
        end.addStretch(1)
        end.addWidget(self.adopt)
        self.body.addLayout(end)
        self.rule: str = ""
        self._rules: list[str] = []
        self.table.selectionModel().currentRowChanged.connect(lambda now, _: self._pick(now.row()))

    def show_found(self, found: Found) -> None:
        """Show the ways; the one that was looked at stays so."""
        ways, best = ways_off(found), best_of(found)
        self._rules = [way.rule for way in ways]
        if self.rule not in self._rules and self._rules:
            self.rule = self._rules[0]
        header = [
            Cell(translate("PayoffPage", "还法"), words=True),
            Cell(translate("PayoffPage", "一共多付")),
            Cell(translate("PayoffPage", "比最省的多")),
            Cell(translate("PayoffPage", "哪天还清")),
            Cell(translate("PayoffPage", "晚几笔")),
            Cell(translate("PayoffPage", "晚了多付")),
        ]
        costs = {way.cost for way in ways if not way.unpaid}
        cheapest = min(costs) if len(costs) > 1 else None
        self.table.show_cells(header, [_way(way, best, cheapest) for way in ways])
        place = self._rules.index(self.rule) if self._rules else -1
        if place >= 0 and self.table.currentIndex().row() != place:
            self.table.selectRow(place)
        said = list(found.words)
        if found.negotiated is not None and best is not None:
            said.append(negotiated_words(found.negotiated, best))
        self.words.setText("\n".join(said))
        self.words.setVisible(bool(said))

    def _adopt(self) -> None:
        self.adopted.emit(self.rule)

    def _pick(self, place: int) -> None:
        if 0 <= place < len(self._rules) and self._rules[place] != self.rule:
            self.rule = self._rules[place]
            self.chosen.emit(self.rule)


class MonthsCard(PictureCard):
    """What the chosen way pays month by month, as bars and as a list."""

    def __init__(self) -> None:
        self.bars = MonthBars()
        super().__init__(translate("PayoffPage", "照选中的还法，每个月还多少"), self.bars)
        self.table = FigureTable(translate("PayoffPage", "每一笔什么时候还"), whole=True)
        self.body.addWidget(self.table)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show a way of paying off."""
        styles = [BarStyle((loan.debt.brand or Brand.OTHER).value) for loan in outcome.loans]
        bars = []
        late = {(each.paid.year, each.paid.month) for each in outcome.late if each.paid}
        for month in outcome.months:
            by_style: dict[BarStyle, Decimal] = {}
            for style, amount in zip(styles, month.paid, strict=True):
                by_style[style] = by_style.get(style, ZERO) + amount
            parts = tuple(Part(amount, style) for style, amount in by_style.items() if amount)
            marked = (month.month.year, month.month.month) in late
            bars.append(MonthBar(f"{month.month:%Y-%m}", parts, "", marked))
        summary = translate("PayoffPage", "{rule}：每个月还多少").format(rule=rule_name(outcome.rule))
        self.bars.show_bars(bars, None, summary, marked_name=translate("PayoffPage", "有晚还的"))
        self.bars.why = partial(month_why, outcome)
        header = [
            Cell(translate("PayoffPage", "日期"), words=True),
            Cell(translate("PayoffPage", "还哪笔"), words=True),
            Cell(translate("PayoffPage", "多少")),
            Cell(translate("PayoffPage", "其中罚息")),
        ]
        paid = [(each, loan.debt) for loan in outcome.loans for each in loan.payments]
        paid.sort(key=lambda pair: pair[0].date)
        rows = []
        for each, debt in paid:
            rows.append(
                [
                    Cell(each.date.isoformat(), words=True),
                    Cell(paid_words(each, debt), Tone.STRONG if each.early else Tone.PLAIN, words=True),
                    Cell(grouped(each.amount), Tone.STRONG, why=partial(paid_why, each, debt)),
                    Cell(
                        grouped(each.penalty) if each.penalty else _NOTHING,
                        _late_tone(each.penalty),
                        why=partial(paid_why, each, debt),
                    ),
                ]
            )
        self.table.show_cells(header, rows)


class OrderCard(Card):
    """The user's own order. `ordered` says the keys of the loans."""

    ordered = Signal(list)

    def __init__(self) -> None:
        title = translate("PayoffPage", "自己排：先还哪笔（拖动，或按 {up}、{down}）")
        super().__init__(title.format(up=key_text("order_up"), down=key_text("order_down")))
        self.list = OrderList(translate("PayoffPage", "自己排的顺序"))
        self.list.reordered.connect(self.ordered)
        self._debts: Sequence[RealDebt] = ()
        Reason(self.list.list.viewport(), lambda _place: self.why_here())
        self.body.addWidget(self.list)

    def why_here(self) -> str:
        """Return what each loan owes today, and what paying it early saves."""
        return owed_why(self._debts)

    def show_question(self, asked: Question) -> None:
        """Show the debts in the user's order."""
        self._debts = asked.debts.found
        by_key = {debt.key: debt for debt in asked.debts.found}
        text = translate("PayoffPage", "{label} · 还欠本金 {owed} 元 · 提前还一年省 {price}")
        nothing = translate("PayoffPage", "{label} · 还欠本金 {owed} 元 · 提前还不省钱")
        items = []
        for key in asked.order:
            debt = by_key[key]
            said = text if debt.saves else nothing
            items.append((key, said.format(label=debt.label, owed=grouped(debt.owed), price=percent(debt.price))))
        self.list.set_items(items)


class ExtraCard(PictureCard):
    """What a hundred yuan a month more saves."""

    def __init__(self) -> None:
        self.chart = FanChart()
        super().__init__(translate("PayoffPage", "每月多还 100 元，省多少"), self.chart)
        self.table = FigureTable(translate("PayoffPage", "每月多还一些，省多少"), whole=True)
        self.body.addWidget(self.table)

    def show_extras(self, extras: Sequence[Extra]) -> None:
        """Show what each amount more comes to."""
        name = translate("PayoffPage", "一共多付")
        points = [FanPoint(f"+{extra.amount:,.0f}", (extras[0].cost - extra.cost,)) for extra in extras]
        summary = extra_words(extras[0], extras[1]) if len(extras) > 1 else ""
        self.chart.show_fan(points, (), summary, quantiles=(50,), name=translate("PayoffPage", "少付"))
        self.chart.why = lambda place: extra_why_of(extras[0], extras[place])
        header = [
            Cell(translate("PayoffPage", "每月多还")),
            Cell(name),
            Cell(translate("PayoffPage", "少付")),
            Cell(translate("PayoffPage", "哪天还清")),
        ]
        rows = [
            [
                Cell(grouped(extra.amount), Tone.STRONG, why=partial(extra_why_of, extras[0], extra)),
                Cell(grouped(extra.cost), why=partial(extra_why_of, extras[0], extra)),
                Cell(grouped(extras[0].cost - extra.cost), why=partial(extra_why_of, extras[0], extra)),
                Cell(_day(extra.debt_free), Tone.QUIET, why=partial(extra_why_of, extras[0], extra)),
            ]
            for extra in extras
        ]
        self.table.show_cells(header, rows)


def _day(day: date | None) -> str:
    return day.isoformat() if day else _NOTHING


def _late_tone(amount: Decimal) -> Tone:
    return Tone.WRONG if amount else Tone.QUIET


def _way(way: Outcome, best: Outcome | None, cheapest: Decimal | None) -> list[Cell]:
    late = sum((each.cost for each in way.late), ZERO)
    more = above(way, best) if best is not None else ZERO
    why = partial(late_why_of, way) if way.late else ""
    unpaid = translate("PayoffPage", "还欠 {amount}").format(amount=grouped(way.unpaid))
    tone = Tone.BEST if not way.unpaid and way.cost == cheapest else Tone.STRONG
    return [
        Cell(rule_name(way.rule), Tone.STRONG if way.rule == "optimum" else Tone.PLAIN, words=True),
        Cell(grouped(way.cost), tone, why=partial(cost_why_of, way)),
        Cell(
            f"+{grouped(more)}" if more > 0 else _NOTHING,
            Tone.QUIET,
            why=partial(more_why, way, best) if best is not None else "",
        ),
        Cell(unpaid if way.unpaid else _day(way.debt_free), _late_tone(way.unpaid), why=partial(free_why, way)),
        Cell(str(len(way.late)) if way.late else _NOTHING, _late_tone(late), why=why),
        Cell(grouped(late) if way.late else _NOTHING, _late_tone(late), why=why),
    ]

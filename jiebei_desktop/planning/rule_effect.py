"""What a change of rules does to a plan, before it is made: the figures of loans and columns that would be others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from jiebei_desktop.engine import Schedule, Settlement, rated_schedule
from jiebei_desktop.money import grouped, round_to
from jiebei_desktop.planning.columns import Column
from jiebei_desktop.planning.comparison import compare
from jiebei_desktop.planning.comparison_lines import lines
from jiebei_desktop.planning.document import Loan, Plan, loan_schedule, rule_for
from jiebei_desktop.planning.hints import loan_hints
from jiebei_desktop.planning.late import Subject, loan_subject
from jiebei_desktop.planning.offers import BillOption
from jiebei_desktop.planning.own_changes import Place, rule_at
from jiebei_desktop.planning.warnings import rate_warnings
from jiebei_desktop.planning.wording import loan_labels
from jiebei_desktop.products import Brand, RuleBook
from jiebei_desktop.products.bill import BillRule
from jiebei_desktop.products.own import BILL
from jiebei_desktop.products.regulation import regulation
from jiebei_desktop.text import pick, translate
from jiebei_desktop.values import ProblemError

_DAYS = (1, 30)
"""How many days late a loan is looked at."""
_NOTHING = "—"
_BILL = Place(BILL)


class Turn(NamedTuple):
    """One figure that turns from what it was into what it would be, in words; `—` where there is none."""

    name: str
    before: str
    after: str


class Effect(NamedTuple):
    """What becomes of one loan or column, called by `name`."""

    name: str
    turns: tuple[Turn, ...]


class Effects(NamedTuple):
    """What becomes of a plan; `touched` counts the loans and columns that follow the changed rules at all."""

    found: tuple[Effect, ...]
    touched: int


def effects(plan: Plan, before: RuleBook, after: RuleBook, today: date) -> Effects:
    """Return what a change from one rule book to another does to a plan's loans and to its comparison."""
    lines_differ = regulation(before) != regulation(after)
    bills_differ = rule_at(before, _BILL) != rule_at(after, _BILL)
    names = loan_labels(plan.loans, before)
    found, touched = [], 0
    for loan in plan.loans:
        by_bill = bills_differ and before.brand(loan.product) is Brand.HUABEI
        if not (lines_differ or by_bill or rule_for(loan, before) != rule_for(loan, after)):
            continue
        touched += 1
        turns = _turns(_loan_figures(loan, before, today), _loan_figures(loan, after, today))
        turns += _hints_turn(_hints(loan, before), _hints(loan, after))
        if turns:
            found.append(Effect(names[loan.id], turns))
    columns = _columns(plan, before, after)
    found += [effect for effect in columns if effect.turns]
    return Effects(tuple(found), touched + len(columns))


def effect_words(effect: Effect) -> str:
    """Return what becomes of a loan or a column, a figure a line."""
    turn = translate("OwnRules", "{name}：{before} → {after}")
    said = (turn.format(name=each.name, before=each.before, after=each.after) for each in effect.turns)
    return "\n".join((effect.name, *said))


def new_loans_only(path: str) -> bool:
    """Tell whether a figure is only what a new loan begins with, and what remarks are held against."""
    return path.partition(".")[0] in {"rate", "fee", "periods", "methods", "principal"}


def _turns(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Turn, ...]:
    names = (*before, *(name for name in after if name not in before))
    every = (Turn(name, before.get(name, _NOTHING), after.get(name, _NOTHING)) for name in names)
    return tuple(turn for turn in every if turn.before != turn.after)


def _loan_figures(loan: Loan, rules: RuleBook, today: date) -> dict[str, str]:
    """Return the figures of a loan that rules have a say in, by their names."""
    try:
        found, subject = loan_schedule(loan, rules), loan_subject(loan, rules, today)
    except ProblemError as error:
        return {translate("OwnRules", "还款表"): translate("OwnRules", "算不出来：{why}").format(why=error)}
    said = {
        translate("OwnRules", "每期还"): _span(row.payment for row in found.rows if row.event is None),
        translate("OwnRules", "利息和手续费"): grouped(found.totals.cost),
        translate("OwnRules", "第一个还款日"): str(found.rows[0].due_date),
        translate("OwnRules", "最后还款日"): str(found.rows[-1].due_date),
    }
    said |= _known(_late(subject))
    said |= _known(_settled(found, loan, subject))
    bill = rule_at(rules, _BILL)
    if subject.brand is Brand.HUABEI and isinstance(bill, BillRule):
        least = round_to(subject.instalment * bill.minimum_share.value)
        said[translate("OwnRules", "最低还款")] = grouped(least)
    return said


def _hints(loan: Loan, rules: RuleBook) -> list[str]:
    """Return what is remarked on a loan; nothing where it can't be worked out."""
    try:
        remarks = rate_warnings(loan_schedule(loan, rules), regulation(rules))
    except ProblemError:
        return []
    rule = rule_for(loan, rules)
    known = loan_hints(loan, rule, remarks).values() if rule else ()
    return list(dict.fromkeys((*known, *(remark.message for remark in remarks))))


def _hints_turn(before: Sequence[str], after: Sequence[str]) -> tuple[Turn, ...]:
    """Return which remarks would come in the place of which."""
    gone, come = ([each for each in one if each not in other] for one, other in ((before, after), (after, before)))
    if not gone and not come:
        return ()
    none = translate("OwnRules", "没有")
    said = (pick("；", "; ").join(each) or none for each in (gone, come))
    return (Turn(translate("OwnRules", "提示"), *said),)


def _known(figures: Iterator[tuple[str, str]]) -> dict[str, str]:
    """Return those figures of several that can be worked out."""
    said: dict[str, str] = {}
    with suppress(ProblemError):  # of those that come after it nothing is known either
        said.update(figures)
    return said


def _late(subject: Subject) -> Iterator[tuple[str, str]]:
    """Yield what being late costs: what is owed today where it is late, else what so many days would."""
    if subject.days:
        books = subject.at(subject.days)
        yield translate("OwnRules", "今天到期没还的"), grouped(books.due_now)
    cost = subject.cost(_DAYS[-1])
    text = translate("OwnRules", "晚 {days} 天，罚息")
    for days in _DAYS:
        yield text.format(days=days), grouped(cost[days])


def _settled(found: Schedule, loan: Loan, subject: Subject) -> Iterator[tuple[str, str]]:
    """Yield what a loan costs in all when it is paid off with the instalment that comes next."""
    if not subject.days and not subject.paid_off and subject.number < subject.last:
        early = rated_schedule(found.terms, (*loan.events, Settlement(date=subject.due_date)))
        text = translate("OwnRules", "{day} 还清，利息和手续费")
        yield text.format(day=subject.due_date), grouped(early.totals.cost)


def _columns(plan: Plan, before: RuleBook, after: RuleBook) -> list[Effect]:
    """Return what becomes of the columns of the comparison that follow changed rules."""
    was, would = compare(plan, before), compare(plan, after)
    concerned = [place for place, column in enumerate(was.columns) if _concerned(column, before, after)]
    if not concerned:
        return []
    old, new = lines(was), lines(would)
    name = translate("OwnRules", "对比：{column}")
    return [
        Effect(
            name.format(column=was.names[place]),
            _turns(
                {line.title: line.figures[place].text for line in old},
                {line.title: line.figures[place].text for line in new},
            ),
        )
        for place in concerned
    ]


def _concerned(column: Column, before: RuleBook, after: RuleBook) -> bool:
    """Tell whether a column follows a rule that is not the same in both books."""
    if isinstance(column.option, BillOption):
        return rule_at(before, _BILL) != rule_at(after, _BILL)
    product, start = column.option.product, column.start
    return product in before.rules and before.rule(product, start) != after.rule(product, start)


def _span(payments: Iterable[Decimal]) -> str:
    """Return what is paid each time, or the least and the most where that differs."""
    every = set(payments)
    if len(every) == 1:
        return grouped(every.pop())
    return translate("Compare", "{least}～{most}").format(least=grouped(min(every)), most=grouped(max(every)))

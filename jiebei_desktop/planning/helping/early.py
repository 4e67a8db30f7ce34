"""What people ask about paying otherwise than agreed: early, the least of a bill, only a part."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from jiebei_desktop.calendar import add_months
from jiebei_desktop.engine import Payment
from jiebei_desktop.engine.bill import Bill, BillCycle, Pay, Payments, Purchase, bills
from jiebei_desktop.engine.ledger import ledger
from jiebei_desktop.money import ZERO, grouped, percent_exact, round_to
from jiebei_desktop.planning.budget.occurrences import flows
from jiebei_desktop.planning.document import rule_for
from jiebei_desktop.planning.figure_words import value_words
from jiebei_desktop.planning.helping.answer import Answer, Case, knowing, told
from jiebei_desktop.planning.helping.support import Support, fact, of_help, of_late, of_rule, together
from jiebei_desktop.planning.late import Subject
from jiebei_desktop.planning.offers import BillOption
from jiebei_desktop.planning.situation import Outcome, WayKind, situation
from jiebei_desktop.planning.ways import way
from jiebei_desktop.planning.wording import long_date
from jiebei_desktop.products import Brand, ProductRule
from jiebei_desktop.products.bill import BillRule, bill_rule
from jiebei_desktop.products.stages import shipped_overdue
from jiebei_desktop.text import translate
from jiebei_desktop.values import TIMES_A_YEAR, Method, RatePer

_BILL = Decimal(1_000)
_HALF = Decimal("0.5")
_MONTH = 30


def early(case: Case) -> Answer:
    """Return what paying everything off saves, loan by loan, and what becomes of fees."""
    found = told(case)
    settled = [(each, _settled(each, found.case)) for each in found.subjects]
    able = [(each, outcome) for each, outcome in settled if outcome is not None]
    flat = [each for each in found.subjects if each.terms.method is Method.FLAT_FEE]
    huabei, jiebei = case.first(Brand.HUABEI), case.first(Brand.JIEBEI)
    parts = [
        _jiebei_words(jiebei),
        fact("part_early"),
        *(_fees_left(each, found.case) for each in flat[:1]),
        fact("limit_after_early"),
    ]
    if not flat:
        parts.insert(2, translate("Help", "花呗分期的手续费退不退，各处说法不一：以自己 App 提前还款页上的为准。"))
    return found.answer(
        _saved_words(*able[0]) if able else translate("Help", "现在没有能提前还清的借款。"),
        parts,
        together(of_rule(jiebei, "early"), of_rule(huabei, "early"), of_help("part_early", "limit_after_early")),
        "loans",
        translate("Help", "去“借款”里试提前还"),
        (_settling(each, outcome) for each, outcome in able),
    )


def _jiebei_words(rule: ProductRule | None) -> str:
    """Return what 借呗 charges for paying early by the rule in force, which can be the user's own."""
    free = translate("Help", "借呗随时可以提前还，没有违约金，利息只算到还的那天。")
    early = rule.early.value if rule and rule.early else None
    if rule is None or early is None or not (early.charge_rate or early.at_least_one_fee):
        return free
    text = translate("Help", "{label}按“{rule}”算；各处说法不一，以自己 App 提前还款页上的为准。")
    return text.format(label=rule.name, rule=value_words("early", early, fee=False))


def _settled(subject: Subject, case: Case) -> tuple[Outcome, Decimal] | None:
    """Return what paying everything off comes to and what it saves against paying only what is due."""
    found = situation(case.plan, knowing(subject), case.rules)
    whole = way(found, WayKind.PAY_ALL, subject.days).outcome
    due = way(found, WayKind.PAY_OVERDUE, subject.days).outcome
    if whole is None:
        return None
    return whole, (due.extra if due else ZERO) - whole.extra


def _saved_words(subject: Subject, outcome: tuple[Outcome, Decimal]) -> str:
    whole, saved = outcome
    text = translate("Help", "{label}：{day}一次还清要 {now} 元，比照期还少付 {saved} 元。")
    if saved <= 0:
        text = translate("Help", "{label}：{day}一次还清要 {now} 元，不会少付。")
    return text.format(label=subject.name, day=long_date(whole.day), now=grouped(whole.now), saved=grouped(saved))


def _settling(subject: Subject, outcome: tuple[Outcome, Decimal]) -> tuple[str, str]:
    text = translate("Help", "还清要 {now} 元，少付 {saved} 元")
    return subject.name, text.format(now=grouped(outcome[0].now), saved=grouped(max(outcome[1], ZERO)))


def _fees_left(subject: Subject, case: Case) -> str:
    """Return what is counted here of the fees of later instalments."""
    rule = rule_for(subject.loan, case.rules) if subject.loan else None
    if rule is None or rule.early is None:
        return ""
    text = translate("Help", "{label}按“{rule}”算；各处说法不一，以自己 App 提前还款页上的为准。")
    return text.format(label=subject.name, rule=value_words("early", subject.terms.early, fee=True))


# --- the least of a bill ----------------------------------------------------------------------------------------------


class _OwnBill(NamedTuple):
    """A bill of the user's, or an example; `page` is where it was entered."""

    bought: date
    amount: Decimal
    cycle: BillCycle
    page: str


def minimum(case: Case) -> Answer:
    """Return what is left after the minimum payment of a bill, and what that costs by the next."""
    rule, own = bill_rule(case.rules), _own_bill(case)
    example = own is None
    bought, amount, cycle, page = own or _OwnBill(case.today, _BILL, _cycle(case), "compare")
    first, second = bills([Purchase(date=bought, amount=amount)], Payments(default=Pay.MINIMUM), cycle, rule)[:2]
    known = shipped_overdue().ways["minimum"]
    said = (
        _rest_words(first, second, rule),
        str(known.text),
        translate("Help", "还了最低还款，不等于还完：能全额还的月份就全额还，一分钱利息也没有。"),
        translate("Help", "这是例子：一张 {amount} 元的账单。").format(amount=grouped(amount)) if example else "",
    )
    text = translate(
        "Help", "账单 {total} 元，{due}以前最低还 {minimum} 元，剩下 {rest} 元到下个还款日多付 {interest} 元。"
    )
    return Answer(
        text.format(
            total=grouped(first.total),
            due=long_date(first.due_date),
            minimum=grouped(first.minimum),
            rest=grouped(first.rest),
            interest=grouped(second.interest),
        ),
        tuple(filter(None, said)),
        together(of_rule(rule, "minimum_share", "daily_rate"), of_late(known)),
        page,
        translate("Help", "去“对比”里加一列最低还款") if page == "compare" else translate("Help", "去“预算”里看"),
        example=example,
    )


def _own_bill(case: Case) -> _OwnBill | None:
    """Return the next bill by the budget, else that of the comparison; None where there is neither."""
    plan = case.plan
    cycle, until = _cycle(case), add_months(case.today, 2)
    moves = [flow for flow in flows(plan.budget, case.today, until) if flow.entry.by_huabei and flow.amount < 0]
    if moves:
        due = moves[0].day
        amount = -sum((flow.amount for flow in moves if flow.day == due), ZERO)
        billed = add_months(due, 0 if cycle.due_day > cycle.statement_day else -1, cycle.statement_day)
        return _OwnBill(billed - timedelta(days=1), amount, cycle, "budget")
    compared = plan.comparison
    for option in compared.options:
        if isinstance(option, BillOption):
            own = BillCycle(statement_day=option.statement_day, due_day=option.due_day)
            return _OwnBill(option.start_date or compared.start_date, compared.amount, own, "compare")
    return None


def _cycle(case: Case) -> BillCycle:
    budget = case.plan.budget
    return BillCycle(statement_day=budget.statement_day, due_day=budget.due_day)


def _rest_words(first: Bill, second: Bill, rule: BillRule) -> str:
    text = translate(
        "Help",
        "剩下的从 {day}起每天 {rate}%（一年 {year}%），只按没还的部分算，不从买东西那天算；"
        "下一期账单要把它一共 {whole} 元还清。",
    )
    rate = rule.daily_rate.value
    return text.format(
        day=long_date(first.due_date + timedelta(days=1)),
        rate=percent_exact(rate),
        year=percent_exact(rate * TIMES_A_YEAR[RatePer.DAY]),
        whole=grouped(second.carried + second.interest),
    )


# --- a part -----------------------------------------------------------------------------------------------------------


def part(case: Case) -> Answer:
    """Return what paying half of what is due does to what being late costs."""
    found = told(case)
    telling = next((each for each in found.subjects if any(_half(each))), found.main)
    found = found.led_by(telling)
    subject = found.main
    text = translate("Help", "可以，能还多少先还多少：罚息只在没还的部分上长，但没还够，仍然算逾期。")
    rule = rule_for(found.loan, found.case.rules)
    return found.answer(
        text,
        (*_half(subject), fact("part_order")),
        together(of_help("part_order"), of_rule(rule, "overdue") if subject.loan else Support()),
        "late",
        translate("Help", "去“逾期”里记一笔还款"),
    )


def _half(subject: Subject) -> Iterator[str]:
    """Yield what a month costs after paying half of what is due, and after paying nothing; no more is paid in it."""
    if subject.rule is None:
        return
    day = subject.on(subject.days)
    events = tuple(event for event in subject.events if event.date <= day)
    before = ledger(subject.terms, events, subject.rule, day, subject.missed(day))
    half = round_to(before.due_now * _HALF)
    if not half:
        return
    until = day + timedelta(days=_MONTH)
    costs = []
    for more in ((Payment(date=day, amount=half),), ()):
        later = ledger(subject.terms, (*events, *more), subject.rule, until, subject.missed())
        costs.append(later.charged - before.charged)
    if not costs[-1]:
        return
    text = translate(
        "Help",
        "{label}：{day}该还 {due} 元。先还一半 {half} 元，再过 {days} 天多付 {some} 元；一分不还，多付 {all} 元。",
    )
    yield text.format(
        label=subject.name,
        day=long_date(day),
        due=grouped(before.due_now),
        half=grouped(half),
        days=_MONTH,
        some=grouped(costs[0]),
        all=grouped(costs[1]),
    )

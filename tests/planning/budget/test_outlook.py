"""The months ahead: the sample plan in figures, shares at their bounds, and sums that hold."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings

from jiebei_desktop.engine import Payment
from jiebei_desktop.engine.ledger import ledger
from jiebei_desktop.files.sample import SAMPLE_DAY, sample_plan
from jiebei_desktop.planning.budget.household import Account, Budget, Entry
from jiebei_desktop.planning.budget.living import usual_income, usual_spending
from jiebei_desktop.planning.budget.memory import Memory
from jiebei_desktop.planning.budget.outlook import Band, Outlook, band, basis
from jiebei_desktop.planning.budget.words import (
    budget_headline,
    budget_reason,
    heaviest,
    lowest_why,
    share_why,
)
from jiebei_desktop.planning.document import loan_terms, missed_of, overdue_rule
from jiebei_desktop.products import Brand, shipped_rules
from tests.conftest import TODAY
from tests.planning.budget.test_cash import free, once, plan_of, plans

RULES = shipped_rules()
DUE = Decimal("5055.73")  # 4,890.57 + 91.63 + 73.53, see test_late


@pytest.fixture(scope="module")
def sample() -> Outlook:
    return basis(sample_plan(), RULES, SAMPLE_DAY).outlook()


# --- the sample ------------------------------------------------------------------------------------------------------


def test_the_first_months_of_the_sample(sample):
    """4,600 on 24 November; rent 1,500, food 2,300, a bill of 400, wages of 5,600, 128 for the phone."""
    rest, december, january = sample.months[:3]
    assert (rest.first, rest.last) == (SAMPLE_DAY, date(2026, 11, 30))
    assert (rest.income, rest.spending, rest.dues) == (0, 0, {Brand.JIEBEI: DUE})
    assert (rest.lowest_day, rest.lowest, rest.short) == (SAMPLE_DAY, 4600 - DUE, Decimal("455.73"))
    assert (rest.share, rest.band) == (None, Band.PART)
    assert (december.first, december.last) == (date(2026, 12, 1), date(2026, 12, 31))
    assert (december.income, december.spending, december.saving, december.debt) == (5600, 4328, 0, 0)
    # the bill of 10 December comes before the wages of the 15th
    assert (december.lowest_day, december.short) == (date(2026, 12, 10), Decimal("455.73") + 1500 + 2300 + 400)
    assert (december.share, december.band, december.late) == (0, Band.FINE, ())
    assert (january.lowest_day, january.short) == (date(2027, 1, 10), december.short - 1272)
    assert sample.months[3].income == 10_600  # the bonus of 10 February
    assert sample.months[3].lowest_day == date(2027, 2, 5)
    assert [month.short for month in sample.short_months] == [
        Decimal(each) for each in ("455.73", "4655.73", "3383.73", "1711.73")
    ]


def test_the_sample_looks_ahead_two_years(sample):
    assert len(sample.months) == 25
    assert sample.line.last == sample.months[-1].last == date(2028, 11, 24)
    assert [month.band for month in sample.months if month.band is Band.PART] == [Band.PART] * 2
    assert sample.months[-1].band is Band.PART
    assert sample.problems == ()


def test_what_waiting_costs_the_sample_two_ways(sample):
    """The wages of 15 December suffice; then the books take exactly that."""
    (paid,) = sample.line.paid
    assert (paid.day, paid.days) == (date(2026, 12, 15), 21)
    # 4,890.57 × 0.000616 × 21 nights = 63.2644 on top of 73.5312 makes 136.80
    assert paid.cost == Decimal("63.27") == sample.months[0].late_cost == sample.line.late_cost
    loan = sample_plan().loans[0]
    money = Payment(date=paid.day, amount=DUE + paid.cost)
    books = ledger(loan_terms(loan, RULES), [money], overdue_rule(loan, RULES), paid.day, missed_of(loan))
    assert (books.due_now, books.credit, books.balance) == (0, 0, 0)
    assert books.charged == Decimal("73.53") + paid.cost
    assert sample.line.kept[sample.line.place(paid.day)] == Decimal(6000) - DUE - paid.cost


def test_what_is_said_of_the_sample(sample):
    assert budget_headline(sample) == (
        "今天就差 455.73 元。逾期的借呗 5 期要到 2026 年 12 月 15 日才还得上，再多付 63.27 元。"
    )
    assert budget_reason(sample).startswith(
        "下个月收入 5,600.00 元，开支 4,328.00 元，还款 0.00 元，另有逾期的 5,055.73 元。"
    )
    assert sample.line.first_short(SAMPLE_DAY) == (SAMPLE_DAY, Decimal("455.73"))
    # 4,600 − 4,200 − 5,055.73
    assert lowest_why(sample.months[1], sample) == (
        "2026-12-10：起初 4,600.00 + 到那天的收入 0.00 − 开支 4,200.00 − 还款 5,055.73 = −4,655.73 元。"
    )
    assert "不是整月" in share_why(sample.months[0], sample.budget)


def test_an_average_month_of_the_sample():
    """12 wages of 5,600 and a bonus of 5,000; 12 times 4,328."""
    plan = sample_plan()
    assert usual_income(plan, SAMPLE_DAY) == Decimal("6016.67")
    assert usual_spending(plan, SAMPLE_DAY) == 4328
    said = plan.model_copy(update={"relief": plan.relief.model_copy(update={"income": Decimal(1), "spending": 0})})
    assert (usual_income(said, SAMPLE_DAY), usual_spending(said, SAMPLE_DAY)) == (1, 0)
    empty = plan.model_copy(update={"budget": Budget()})
    assert (usual_income(empty, SAMPLE_DAY), usual_spending(empty, SAMPLE_DAY)) == (None, None)


# --- shares ----------------------------------------------------------------------------------------------------------


def december(income: int, principal: str) -> Outlook:
    entries = (once(str(income), date(2026, 12, 1)),) if income else ()
    bounds = {"tight": Decimal("0.3"), "heavy": Decimal("0.5")}
    budget = Budget(accounts=(Account(id="a", balance=9000),), entries=entries, as_of=TODAY, **bounds)
    loan = free("l", 1, date(2026, 12, 15)).model_copy(update={"principal": Decimal(principal)})
    return basis(plan_of(budget, loan), RULES, TODAY, 2).outlook()


@pytest.mark.parametrize(
    ("debt", "expected", "share"),
    [
        ("300", Band.FINE, "0.3"),
        ("300.01", Band.TIGHT, "0.30001"),
        ("500", Band.TIGHT, "0.5"),
        ("500.01", Band.HEAVY, "0.50001"),
        ("1500", Band.HEAVY, "1.5"),
    ],
)
def test_the_bounds_themselves_are_still_within_them(debt, expected, share):
    found = december(1000, debt)
    assert (found.months[1].band, found.months[1].share) == (expected, Decimal(share))
    assert heaviest(found) == found.months[1]
    assert f"= {Decimal(share) * 100:.2f}%" in share_why(found.months[1], found.budget)


def test_months_without_income_are_not_judged_by_a_share():
    found = december(0, "100")
    assert (found.months[1].share, found.months[1].band) == (None, Band.NO_INCOME)
    assert "没有收入" in share_why(found.months[1], found.budget)
    assert band(None, Decimal(0), Budget()) is Band.FINE
    assert [month.band for month in december(0, "100").months] == [Band.PART, Band.NO_INCOME, Band.PART]


def test_bounds_of_one_s_own():
    own = Budget(tight=Decimal(0), heavy=Decimal(1))
    assert [band(Decimal(share), Decimal(1), own) for share in ("0", "0.01", "1", "1.01")] == [
        *(Band.FINE, Band.TIGHT, Band.TIGHT, Band.HEAVY),
    ]


def test_a_plan_that_begins_on_the_first_has_a_whole_first_month():
    budget = Budget(accounts=(Account(id="a"),), entries=(Entry(id="p", kind="income", amount=100, day=1),))
    found = basis(plan_of(budget), RULES, date(2026, 12, 1)).outlook()
    assert [month.first.day for month in found.months] == [1] * 25
    assert found.months[0].band is Band.FINE
    assert found.months[0].income == 0  # today's wages are in today's balance
    assert found.months[-1].band is Band.PART


# --- what counts -----------------------------------------------------------------------------------------------------


def test_saving_and_money_moved_aside_and_back():
    accounts = (Account(id="card", balance=100), Account(id="pot", counts=False), Account(id="cash", balance=50))
    entries = (
        Entry(id="s", kind="saving", amount=10, day=1, to_account="pot"),
        Entry(id="k", kind="saving", amount=7, day=1, to_account="cash"),
        Entry(id="t", kind="transfer", amount=5, day=1, to_account="pot"),
        Entry(id="u", kind="transfer", amount=3, day=1, account="card", to_account="cash"),
        Entry(id="v", amount=2, day=1, account="pot"),
    )
    found = basis(plan_of(Budget(accounts=accounts, entries=entries, as_of=TODAY)), RULES, TODAY, 2).outlook()
    month = found.months[1]
    assert (month.income, month.spending, month.saving, month.debt) == (0, 0, 15, 0)
    assert found.line.opening == 150
    assert found.line.on_time[-1] == 150 - 2 * 15
    back = (Entry(id="b", kind="transfer", amount=40, day=1, account="pot", to_account="card"),)
    found = basis(plan_of(Budget(accounts=accounts, entries=back, as_of=TODAY)), RULES, TODAY, 2).outlook()
    assert (found.months[1].income, found.months[1].saving) == (0, -40)
    assert found.line.on_time[-1] == 150 + 80


def test_a_balance_of_some_weeks_ago_goes_on_to_today_but_months_begin_today():
    entries = (once("1000", date(2026, 11, 10)), once("70", date(2026, 11, 20), "spending"), once("5", TODAY))
    budget = Budget(accounts=(Account(id="a", balance=100),), entries=entries, as_of=date(2026, 11, 1))
    found = basis(plan_of(budget), RULES, TODAY, 2).outlook()
    assert found.line.first == date(2026, 11, 2)
    assert found.line.on_time[found.line.place(TODAY)] == 1035
    assert (found.months[0].first, found.months[0].income) == (TODAY, 5)


def test_nothing_entered_is_a_flat_line():
    found = basis(plan_of(Budget()), RULES, TODAY).outlook()
    assert set(found.line.on_time) == {0}
    assert found.short_months == []
    assert heaviest(found) is None
    assert budget_headline(found) == "填上收入和开支，就知道下个月够不够还。"


@given(plan=plans())
@settings(max_examples=60)
def test_months_are_the_line_cut_into_pieces(plan):
    found = basis(plan, RULES, TODAY, 12).outlook()
    line, months = found.line, found.months
    assert months[0].first == TODAY
    assert months[-1].last == line.last
    assert all(after.first == before.last + timedelta(days=1) for before, after in pairwise(months))
    held = line.on_time[line.place(TODAY) - 1] if line.first < TODAY else line.opening
    for month in months:
        held += month.income - month.spending - month.saving - month.debt
        assert held == line.on_time[line.place(month.last)]
        inside = line.on_time[line.place(month.first) : line.place(month.last) + 1]
        assert (month.lowest, line.on_time[line.place(month.lowest_day)]) == (min(inside), min(inside))
        assert month.short == max(-min(inside), 0)
    assert sum(len(month.late) for month in months) == len([each for each in line.late if each.payable.day >= TODAY])


def test_what_is_remembered_of_one_plan_is_not_taken_for_another():
    """Two plans without any entry have the very same flows, none, but look at other days."""
    memory = Memory()
    plan = sample_plan()
    empty = plan.model_copy(update={"budget": Budget(as_of=SAMPLE_DAY)})
    older = plan.model_copy(update={"budget": Budget(as_of=SAMPLE_DAY - timedelta(days=40))})
    for each in (empty, older, empty):
        kept = basis(each, RULES, SAMPLE_DAY, memory=memory).outlook().line
        fresh = basis(each, RULES, SAMPLE_DAY).outlook().line
        assert (kept.first, kept.last, kept.on_time, kept.kept) == (
            fresh.first,
            fresh.last,
            fresh.on_time,
            fresh.kept,
        )

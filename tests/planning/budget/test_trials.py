"""The same money by 借呗 and by 花呗 on the budget: what the comparison says, day by day, and nothing taken over."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from jiebei_desktop.engine import Payment
from jiebei_desktop.engine.bill import Pay
from jiebei_desktop.files.sample import SAMPLE_DAY, sample_plan
from jiebei_desktop.planning.budget.household import Account, Budget, Entry, Trial
from jiebei_desktop.planning.budget.outlook import basis
from jiebei_desktop.planning.budget.payables import nights_of
from jiebei_desktop.planning.budget.trials import (
    BRANDS,
    HUABEI_CYCLES,
    JIEBEI_CYCLES,
    LATE_DAYS,
    Tried,
    cycle_of,
    trial_amount,
    trial_option,
    trial_start,
    tried,
    with_cycle,
)
from jiebei_desktop.planning.budget.words import late_sentence, late_why
from jiebei_desktop.planning.comparison import compare
from jiebei_desktop.planning.document import Plan, loan_schedule
from jiebei_desktop.planning.entry import new_plan, offer_for
from jiebei_desktop.planning.offers import BillOption, OfferOption
from jiebei_desktop.products import Brand, shipped_rules
from jiebei_desktop.values import Method
from tests.conftest import TODAY

RULES = shipped_rules()
CYCLES = [(Brand.JIEBEI, each) for each in JIEBEI_CYCLES] + [(Brand.HUABEI, each) for each in HUABEI_CYCLES]
WAGES = Entry(id="pay", kind="income", amount=3000, day=15)
LIVING = Entry(id="food", amount=2000, day=5)


def plan_with(
    amount: str | None = "6000", start: date | None = None, balance: int = 2500, plan: Plan | None = None
) -> Plan:
    plan = plan or new_plan("", RULES, TODAY)
    budget = Budget(
        accounts=(Account(id="a", balance=balance),),
        entries=(WAGES, LIVING),
        as_of=TODAY,
        trial=Trial(amount=amount, start=start),
    )
    return plan.model_copy(update={"budget": budget})


def try_(plan: Plan, brand: Brand, cycle: str, today: date = TODAY) -> Tried:
    base = basis(plan, RULES, today)
    return tried(plan, RULES, base, base.outlook(), brand, cycle)


def columns_dues(plan: Plan, brand: Brand, cycle: str, amount: str, start: date) -> list[tuple[date, Decimal]]:
    """Return what the page of the comparison has for the same money."""
    if cycle in {"full", "minimum"}:
        option = BillOption(pay=Pay(cycle), statement_day=1, due_day=10)
    else:
        product = {Brand.JIEBEI: "jiebei", Brand.HUABEI: "huabei_instalment"}[brand]
        offer = dict(offer_for(RULES.rules[product])) | {"periods": int(cycle)}
        fee = RULES.rules[product].fee_rate(int(cycle)) if brand is Brand.HUABEI else None
        option = OfferOption(**offer | {"fee_rate": fee})
    asked = {"amount": Decimal(amount), "start_date": start, "options": (option, option)}
    (found, _) = compare(
        plan.model_copy(update={"comparison": plan.comparison.model_copy(update=asked)}), RULES
    ).columns
    return [(due.due_date, due.payment) for due in found.worked.dues]


@pytest.mark.parametrize(("brand", "cycle"), CYCLES)
@pytest.mark.parametrize("start", [None, date(2027, 1, 29)])
@pytest.mark.parametrize("amount", ["6000", "0.03", "123456.78"])
def test_it_asks_for_what_the_comparison_has(brand, cycle, start, amount):
    plan = plan_with(amount, start)
    found = try_(plan, brand, cycle)
    dues = [each for each in columns_dues(plan, brand, cycle, amount, start or TODAY) if each[1]]
    assert [(each.day, each.amount) for each in found.payables] == dues
    assert sum(amount for _, amount in dues) == Decimal(amount) + found.worked.cost
    assert found.most == max(amount for _, amount in dues)
    assert {each.owed.brand for each in found.payables} == {brand}
    mine = [paid.payable for paid in found.outlook.line.paid]
    assert mine == list(found.payables)


@pytest.mark.parametrize(("brand", "cycle"), CYCLES)
def test_being_late_costs_what_the_comparison_says(brand, cycle):
    found = try_(plan_with(), brand, cycle)
    first = found.payables[0]
    assert found.late == tuple(found.worked.late(days) for days in LATE_DAYS)
    assert found.late == tuple(first.late(days) for days in LATE_DAYS)
    assert first.late(30) > 0
    if brand is Brand.HUABEI:  # 0.05 % a day of all that is late, each of them by itself
        for each in found.payables:
            assert each.late(30) == round(each.amount * Decimal("0.0005") * 30, 2)


def test_a_bill_by_hand():
    """Bought on 24 November: on the bill of 1 December, due on the 10th; 10 % then, the rest a month later."""
    assert [(str(each.day), str(each.amount)) for each in try_(plan_with("2000"), Brand.HUABEI, "full").payables] == [
        ("2026-12-10", "2000"),
    ]
    # 1,800 × 0.05 % × 31 days = 27.90
    found = try_(plan_with("2000"), Brand.HUABEI, "minimum")
    assert [(str(each.day), each.amount) for each in found.payables] == [
        ("2026-12-10", 200),
        ("2027-01-10", Decimal("1827.90")),
    ]


@pytest.mark.parametrize(("brand", "cycle"), CYCLES)
@pytest.mark.parametrize("amount", ["0.01", "1000000000"])
def test_a_fen_and_a_thousand_million_can_be_tried(brand, cycle, amount):
    found = try_(plan_with(amount), brand, cycle)
    assert found.worked is not None
    assert sum(each.amount for each in found.payables) == Decimal(amount) + found.worked.cost
    assert bool(found.short) is (amount != "0.01")


def test_the_months_that_it_makes_short():
    """2,500, and 1,000 more each month; a bill of 6,000 on 10 December, before the wages of the 15th."""
    found = try_(plan_with("6000"), Brand.HUABEI, "full")
    assert [f"{month.first:%Y-%m}" for month in found.short] == [
        *("2026-12", "2027-01", "2027-02", "2027-03", "2027-04", "2027-05"),
    ]
    # from the 10th on 2,500 − 2,000 − 6,000, and before the wages of each month 1,000 more
    assert [(month.lowest_day.day, month.short) for month in found.short] == [
        *((10, 5500), (5, 4500), (5, 3500), (5, 2500), (5, 1500), (5, 500)),
    ]
    (paid,) = found.outlook.line.paid
    # there are 3,500 on 15 December, 6,500 on 15 March: 6,000 and 6,000 × 0.05 % × 95 days
    assert (paid.day, paid.days, paid.cost) == (date(2027, 3, 15), 95, 285)
    assert try_(plan_with("400"), Brand.HUABEI, "full").short == ()


def test_a_month_that_was_short_before_counts_only_where_it_gets_worse():
    plan = plan_with("1000", date(2027, 6, 2), balance=0)
    before = basis(plan, RULES, TODAY).outlook()
    assert [f"{month.first:%Y-%m}" for month in before.short_months] == ["2026-12", "2027-01"]
    assert try_(plan, Brand.HUABEI, "full").short == ()
    worse = try_(plan_with("1000", balance=0), Brand.HUABEI, "full")
    assert [f"{month.first:%Y-%m}" for month in worse.short] == ["2026-12", "2027-01", "2027-02"]


def test_the_largest_share_is_of_the_months_in_which_it_is_paid_back():
    """A loan of the plan that is over before the trial begins weighs on other months."""
    heavy = sample_plan().loans[0].model_copy(update={"unpaid_from": None, "start_date": date(2026, 11, 1)})
    plan = plan_with("300", date(2027, 6, 2)).with_loan(heavy)
    found = try_(plan, Brand.HUABEI, "full")
    assert [str(each.day) for each in found.payables] == ["2027-07-10"]
    assert found.share == Decimal("0.1")  # 300 of 3,000
    assert max(month.share for month in found.outlook.months if month.share) > Decimal("0.8")
    assert try_(plan_with("300"), Brand.HUABEI, "full").share == Decimal("0.1")


def test_the_money_and_the_day_are_the_trial_s_or_the_comparison_s_and_never_past():
    plan = plan_with(None)
    assert trial_amount(plan) == 10_000
    assert trial_amount(plan_with("5")) == 5
    assert trial_start(plan, TODAY) == TODAY
    assert trial_start(plan_with(start=date(2026, 1, 1)), TODAY) == TODAY
    assert trial_start(plan_with(start=date(2027, 1, 1)), TODAY) == date(2027, 1, 1)


def test_the_comparison_s_own_price_is_tried_without_its_name_and_day():
    plan = sample_plan()
    (jiebei, huabei) = plan.comparison.offers
    named = jiebei.model_copy(update={"name": "我的", "start_date": date(2026, 1, 1), "coupon_off": Decimal("0.5")})
    plan = plan.model_copy(update={"comparison": plan.comparison.with_options((named, huabei), 0)})
    found = trial_option(plan, RULES, Brand.JIEBEI, "12")
    assert found == jiebei.model_copy(update={"periods": 12, "coupon_off": Decimal("0.5")})
    assert trial_option(plan, RULES, Brand.HUABEI, "12").fee_rate == Decimal("0.088")


def test_a_coupon_for_more_instalments_than_there_are_and_one_payment_at_the_end():
    plan = sample_plan()
    (jiebei, huabei) = plan.comparison.offers
    long = jiebei.model_copy(update={"coupon_off": Decimal(1), "coupon_periods": 12, "periods": 12})
    plan = plan.model_copy(update={"comparison": plan.comparison.with_options((long, huabei), 0)})
    found = try_(plan, Brand.JIEBEI, "3", SAMPLE_DAY)
    assert found.worked.cost == 0
    once = jiebei.model_copy(update={"method": Method.BULLET})
    plan = plan.model_copy(update={"comparison": plan.comparison.with_options((once, huabei), 0)})
    assert len(try_(plan, Brand.JIEBEI, "3", SAMPLE_DAY).payables) == 1


def test_a_fee_that_nobody_knows_is_said():
    found = try_(plan_with(), Brand.HUABEI, "7")
    assert (found.worked, found.payables, found.late, found.share, found.most) == (None, (), None, None, 0)
    assert "费率没有公布" in found.column.problem.message
    assert found.short == ()


def test_trying_takes_nothing_over():
    plan = sample_plan()
    before = plan.model_dump_json()
    for brand, cycle in CYCLES:
        try_(plan, brand, cycle, SAMPLE_DAY)
    assert plan.model_dump_json() == before
    changed = plan
    for brand, cycle in CYCLES:
        changed = with_cycle(changed, brand, cycle)
        assert cycle_of(changed.budget.trial, brand) == cycle
    assert changed.loans == plan.loans
    assert changed.comparison == plan.comparison
    assert changed.budget.changed(trial=plan.budget.trial) == plan.budget


def test_both_products_are_tried_by_themselves():
    """The line with one has nothing of the other."""
    plan = plan_with()
    for brand, other in (BRANDS, BRANDS[::-1]):
        found = try_(plan, brand, "6")
        assert all(month.dues.get(other) is None for month in found.outlook.months)
        assert sum(month.dues.get(brand, 0) for month in found.outlook.months) == 6000 + found.worked.cost


@pytest.mark.parametrize(("brand", "cycle"), [(Brand.JIEBEI, "6"), (Brand.HUABEI, "6"), (Brand.HUABEI, "minimum")])
def test_what_being_late_costs_comes_from_the_nights_that_are_said(brand, cycle):
    """The nights add up to the cost, but for the fen that is rounded once; the overdue part counts from today only."""
    plan = sample_plan(SAMPLE_DAY)
    base = basis(plan, RULES, SAMPLE_DAY)
    late = tried(plan, RULES, base, base.outlook(), brand, cycle).outlook.line.late
    assert {paid.payable.owed.key for paid in late} == {"seed", f"trial-{brand}"}
    for paid in late:
        nights = nights_of(paid.payable, paid.days)
        assert nights[0].start_date >= paid.payable.day
        assert sum(each.days for each in nights) == paid.days
        exact = sum(each.on_principal + each.on_interest for each in nights)
        assert abs(exact - paid.cost) <= Decimal("0.01")
        first, *lines = late_why(paid).splitlines()
        assert first == late_sentence(paid)
        assert len(lines) == len(nights)


def test_the_nights_of_the_samples_arrears():
    base = basis(sample_plan(SAMPLE_DAY), RULES, SAMPLE_DAY)
    (paid,) = base.outlook().line.late
    assert late_why(paid).splitlines()[1] == "2026-11-24 到 2026-12-15：21 天 × 4,890.57 × 0.0616% = 63.264414 元"


def test_the_nights_of_a_loan_whose_payments_so_far_are_recorded():
    """What was paid in time and recorded keeps nobody from saying what the next instalment would cost late."""
    plan = sample_plan(SAMPLE_DAY)
    loan = plan.loans[0].model_copy(update={"unpaid_from": None})
    rows = loan_schedule(loan, RULES).rows[:3]
    paid = tuple(Payment(date=row.due_date, amount=row.payment) for row in rows)
    recorded = loan.model_copy(update={"missed": ((1, 3),), "events": paid})
    day = date(2026, 10, 1)
    wages = Entry(id="pay", kind="income", amount=6000, day=28)  # thirteen days after the due day
    budget = Budget(accounts=(Account(id="a"),), entries=(wages,), as_of=day)
    plan = plan.model_copy(update={"budget": budget})
    lates = []
    for each in (loan, recorded):
        (late, *_) = basis(plan.with_loan(each), RULES, day).outlook().line.late
        nights = nights_of(late.payable, late.days)
        exact = sum(night.on_principal + night.on_interest for night in nights)
        assert sum(night.days for night in nights) == late.days
        assert abs(exact - late.cost) <= Decimal("0.01")
        lates.append((late.payable.number, late.days, late.cost, nights))
    assert lates[0] == lates[1]

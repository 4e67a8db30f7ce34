"""Where everything stands, against what each loan asks for, the books, the loans' own table and the budget."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiebei_desktop.engine import Payment, Prepayment, Restructure, Settlement
from jiebei_desktop.files.loan_tables import loans_of
from jiebei_desktop.files.sample import SAMPLE_DAY, sample_plan
from jiebei_desktop.planning.budget.alerts import AlertKind, alerts
from jiebei_desktop.planning.budget.household import Account, Budget, Entry
from jiebei_desktop.planning.budget.limits import used_of
from jiebei_desktop.planning.budget.memory import Memory
from jiebei_desktop.planning.budget.outlook import basis
from jiebei_desktop.planning.custom import with_own_products
from jiebei_desktop.planning.document import CustomProduct, Loan, loan_schedule
from jiebei_desktop.planning.due_days import DueKind, Standing, plan_dues
from jiebei_desktop.planning.late import loan_ledger
from jiebei_desktop.planning.overview import MONTHS, Overview, left_a_month, overview
from jiebei_desktop.products import Brand, shipped_rules
from jiebei_desktop.products.conditions import OverdueRule, Owed
from tests.conftest import TODAY
from tests.planning.budget.test_cash import free
from tests.planning.test_due_days import ON_TIME, SEED, loans, plan_of, with_

RULES = shipped_rules()
CASH = with_(ON_TIME, id="cash", start_date=date(2026, 11, 15))
"""借呗: 12,000 over 5 from 15 November, 2,490.30 on the 15th of each month from December on."""
PHONE = free("手机", 6000, date(2026, 12, 10), 3)
"""花呗 without a fee: 2,000 on the 10th of December, January and February."""
BIKE = free("车", 26_000, date(2026, 11, 30), 26, date(2026, 10, 30))
"""花呗 without a fee: 1,000 at the end of each month for 26 months."""

PENALTY_LAST = OverdueRule(penalty_rate=Decimal("0.001"), order=(Owed.PRINCIPAL, Owed.INTEREST, Owed.FEE, Owed.PENALTY))
"""0.1 % a day of the principal that is late, to which money goes last."""


def found(*lent: Loan, today: date = TODAY) -> Overview:
    return overview(plan_of(*lent), RULES, today)


def sums(amounts: dict[Brand, Decimal]) -> dict[str, Decimal]:
    return {brand.value: amount for brand, amount in amounts.items()}


def test_the_sample_is_late_with_all_that_is_left():
    """4,890.57 of principal and 91.63 of interest were missed; 73.53 of penalty by today, 3.01 a day: see test_late."""
    each = overview(sample_plan(), RULES, SAMPLE_DAY)
    assert (each.owed, each.principal, each.due_now) == (Decimal("5055.73"), Decimal("4890.57"), Decimal("5055.73"))
    (late,) = each.late
    assert (late.name, late.penalty, late.one_more_day) == ("借呗 5 期", Decimal("73.53"), Decimal("3.01"))
    assert sums(each.months[0].late) == {"jiebei": Decimal("5055.73")}
    assert [month.whole for month in each.months[1:]] == [0] * 11
    assert (each.next_day, each.ends, each.later) == (None, SAMPLE_DAY, {})


def test_two_products_stand_side_by_side_in_each_month():
    each = found(CASH, PHONE)
    assert [month.first for month in each.months[:3]] == [date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1)]
    assert len(each.months) == MONTHS
    assert [sums(month.dues) for month in each.months[:4]] == [
        {},
        {"jiebei": Decimal("2490.30"), "huabei": Decimal(2000)},
        {"jiebei": Decimal("2490.30"), "huabei": Decimal(2000)},
        {"jiebei": Decimal("2490.30"), "huabei": Decimal(2000)},
    ]
    assert (each.next_day, each.ends) == (date(2026, 12, 10), date(2027, 4, 15))
    assert [stand.name for stand, _ in each.on(date(2026, 12, 10))] == ["手机"]
    assert (each.principal, each.due_now) == (Decimal(18_000), 0)


def test_what_falls_due_after_a_year_is_kept_apart():
    """1,000 at the end of this month and of eleven more; fourteen are left."""
    each = found(BIKE)
    assert [month.whole for month in each.months] == [Decimal(1000)] * 12
    assert sums(each.later) == {"huabei": Decimal(14_000)}
    assert each.owed == 26_000


def test_the_rates_are_weighted_by_the_principal_that_is_left():
    """One of two thirds of the principal costs something, the other nothing."""
    rate = loan_schedule(CASH, RULES).rates.effective_annual
    each = found(CASH, PHONE)
    assert each.rate == rate * 12_000 / 18_000
    assert found(PHONE).rate == 0
    assert found(CASH).rate == rate


def test_a_price_too_high_for_a_rate_leaves_the_rest_of_the_loan_and_the_others_rates():
    dear = with_(CASH, id="dear", rate=Decimal(1), rate_per="day", periods=2)
    each = found(dear, PHONE)
    assert [stand.rate for stand in each.stands if stand.loan.id == "dear"] == [None]
    assert each.rate == 0
    assert each.owed > 18_000
    assert found(dear).rate is None


def test_late_ones_come_first_then_what_falls_due_next_and_what_is_paid_off_last():
    shorter = with_(SEED, id="shorter", unpaid_from=5)
    each = found(with_(ON_TIME, id="done"), CASH, shorter, PHONE, SEED)
    assert [stand.loan.id for stand in each.stands] == ["seed", "shorter", "手机", "cash", "done"]
    assert [stand.dues.late_days for stand in each.late] == [40, 9]
    done = each.stands[-1]
    assert (done.owed, done.principal, done.next, done.last_day) == (0, 0, None, None)


def test_what_is_paid_off_owes_nothing_and_has_no_end():
    each = found(ON_TIME)
    assert (each.owed, each.principal, each.rate, each.next_day, each.ends) == (0, 0, None, None, None)
    assert [month.whole for month in each.months] == [0] * 12


def test_a_loan_that_can_t_be_worked_out_is_named_and_the_others_go_on():
    each = found(with_(CASH, id="broken", rate=None), PHONE)
    assert [(loan.id, problem.message) for loan, problem in each.problems] == [("broken", "还没填利率")]
    assert each.owed == 6000


def test_nobody_knows_what_one_more_day_costs_where_there_is_no_rule():
    """4,982.20 were agreed for the last two instalments, and no penalty gathers that is not known."""
    friend = CustomProduct(id="own_friend", name="朋友", rate=Decimal("0.15"))
    plan = plan_of(with_(SEED, product="own_friend")).model_copy(update={"products": (friend,)})
    (late,) = overview(plan, with_own_products(RULES, plan.products, TODAY), TODAY).late
    assert (late.one_more_day, late.penalty, late.late_amount) == (None, 0, late.owed)
    assert late.brand is Brand.OTHER


def test_a_penalty_that_is_left_alone_counts_once():
    """0.1 % a day on 2,430.80 for 36 days and on 2,459.77 for 5 days: 99.81; the penalty is paid last."""
    each = found(with_(SEED, Payment(date=date(2026, 11, 20), amount=Decimal("4982.20")), overdue=PENALTY_LAST))
    assert (each.owed, each.due_now, each.months[0].whole) == (Decimal("99.81"),) * 3
    assert (each.principal, each.rate) == (0, None)
    assert [stand.is_late for stand in each.stands] == [True]


def test_a_penalty_that_is_left_beside_what_falls_due_today_is_late():
    """0.1 % a day on 2,430.80 for 30 days: 72.92; the fifth falls due today."""
    today = date(2026, 11, 15)
    loan = with_(SEED, Payment(date=date(2026, 11, 14), amount=Decimal("2491.09")), overdue=PENALTY_LAST)
    each = found(loan, today=today)
    (stand,) = each.late
    assert (stand.penalty, stand.late_amount, stand.dues.late_days) == (Decimal("72.92"), Decimal("72.92"), 0)
    assert (each.owed, each.due_now) == (Decimal("2564.03"), Decimal("2564.03"))
    assert sums(each.months[0].dues) == {"jiebei": Decimal("2491.11")}


def test_what_falls_due_today_is_not_repaid_yet_whatever_is_known_of_the_others():
    """The fourth falls due today; only of the fifth it is known that it will not be paid."""
    (stand,) = found(with_(SEED, unpaid_from=5), today=date(2026, 10, 15)).stands
    assert (stand.principal, stand.owed) == (Decimal("4890.57"), Decimal("4982.20"))


def test_what_goes_into_a_plan_that_is_agreed_for_later_is_not_asked_for_twice():
    """All that is late until the 1st of December, with its penalty, is paid by the three new instalments."""
    each = found(with_(SEED, Restructure(date=date(2026, 12, 1), periods=3)))
    (stand,) = each.stands
    assert not stand.is_late
    assert stand.penalty == 0
    assert each.owed == sum((due.amount for due in stand.open), Decimal(0))
    assert stand.principal == Decimal("4890.57")


def test_what_was_paid_ahead_is_taken_off_once():
    """2,600 on the 15th of October pay the fourth, and 108.91 of the fifth."""
    loan = with_(SEED, Payment(date=date(2026, 10, 15), amount=Decimal(2600)))
    (stand,) = found(loan, today=date(2026, 10, 20)).stands
    assert (stand.owed, stand.kept, stand.principal) == (Decimal("2382.20"), Decimal("108.91"), Decimal("2459.77"))


def test_what_is_paid_early_today_is_still_owed_until_the_day_is_over():
    today = date(2026, 9, 20)
    (stand,) = found(with_(ON_TIME, Settlement(date=today)), today=today).stands
    # 4,890.57 are left after the third; 4,890.57 × 0.15 / 365 × 5 days = 10.05
    assert (stand.principal, stand.owed, stand.last_day) == (Decimal("4890.57"), Decimal("4900.62"), today)
    known = with_(SEED, Prepayment(date=today, amount=Decimal(1000)))
    (stand,) = found(known, today=today).stands
    assert stand.principal == Decimal("4890.57")


def test_a_month_s_money_that_the_budget_leaves_is_what_comes_in_less_what_goes_out():
    """5,000 less 3,000 less 200 put aside, 1,200 once a year: 1,800 + 1,200 / 12."""
    entries = (
        Entry(id="pay", kind="income", amount=5000, day=10),
        Entry(id="rent", amount=3000, day=1),
        Entry(id="aside", kind="saving", amount=200, day=12),
        Entry(id="bonus", kind="income", amount=1200, repeat="years", start=date(2026, 2, 10)),
    )
    budget = Budget(accounts=(Account(id="a", balance=0),), entries=entries, as_of=TODAY)
    plan = plan_of().model_copy(update={"budget": budget})
    assert left_a_month(basis(plan, RULES, TODAY).outlook()) == Decimal("1900.00")


# --- a second way -----------------------------------------------------------------------------------------------------


@st.composite
def several(draw: st.DrawFn) -> tuple[list[Loan], date]:
    """Up to three loans of any kind, looked at on one day."""
    drawn = draw(st.lists(loans(), min_size=1, max_size=3))
    lent = [loan.model_copy(update={"id": f"l{place}"}) for place, (loan, _) in enumerate(drawn)]
    return lent, drawn[0][1]


@settings(max_examples=200)
@given(several())
def test_all_figures_add_up_to_what_the_loans_ask_for(drawn):
    """The months, what comes after them and what is late are all that is owed, and that is what each loan has open."""
    lent, today = drawn
    each = found(*lent, today=today)
    months = sum((month.whole for month in each.months), Decimal(0))
    assert months + sum(each.later.values(), Decimal(0)) == each.owed
    dues = plan_dues(plan_of(*lent), RULES, today)
    assert each.problems == dues.problems
    assert {stand.loan.id for stand in each.stands} == {one.loan.id for one in dues.loans}
    opened = sum((due.amount for one in dues.loans for due in one.days if due.open), Decimal(0))
    penalties = sum(
        (stand.penalty for stand in each.stands if all(due.kind is not DueKind.PENALTY for due in stand.dues.days)),
        Decimal(0),
    )
    assert each.owed == opened + penalties
    assert each.next_day == min(
        (due.day for one in dues.loans for due in one.days if due.standing is Standing.AHEAD), default=None
    )


@settings(max_examples=200)
@given(several())
def test_what_is_owed_is_what_the_table_of_the_loans_says(drawn):
    """Its rows come from the schedule and the books, not from what falls due by day."""
    lent, today = drawn
    if any(event.date >= today for loan in lent for event in loan.events):
        return  # what is to come is looked at in another way there
    each = found(*lent, today=today)
    table = {one.loan.id: one for one in loans_of(plan_of(*lent), RULES, today).found}
    assert {stand.loan.id: stand.owed for stand in each.stands if stand.loan.id in table} == {
        key: one.left for key, one in table.items()
    }
    for stand in each.stands:
        due = sum((row.principal for row in table[stand.loan.id].found.rows if row.due_date == today), Decimal(0))
        known = loan_ledger(stand.loan, RULES, today).balance
        assert known <= stand.principal <= known + due


@settings(max_examples=150)
@given(several())
def test_each_month_is_what_the_budget_takes_out_for_it(drawn):
    lent, today = drawn
    if any(event.date >= today for loan in lent for event in loan.events):
        return
    plan = plan_of(*lent).model_copy(
        update={"budget": Budget(accounts=(Account(id="a", balance=0),), as_of=today - timedelta(days=1))}
    )
    each = overview(plan, RULES, today)
    months = basis(plan, RULES, today).outlook().months[:MONTHS]
    assert [month.whole for month in each.months] == [month.debt for month in months]
    assert [month.of(Brand.JIEBEI) for month in each.months] == [
        month.dues.get(Brand.JIEBEI, Decimal(0)) for month in months
    ]


@pytest.mark.parametrize("days", [0, 1, 30, 100, 400])
def test_what_one_more_day_costs_is_what_the_warning_says(days):
    today = TODAY + timedelta(days=days)
    plan = sample_plan()
    (late,) = overview(plan, RULES, today).late
    (warning,) = (
        each for each in alerts(plan, RULES, today, basis(plan, RULES, today).outlook()) if each.kind is AlertKind.LATE
    )
    assert warning.text.endswith(f"再晚一天多付 {late.one_more_day} 元")


def test_what_is_remembered_changes_nothing_and_follows_the_rules_the_day_and_the_loan():
    memory = Memory()
    for lent, today in (([CASH, SEED], TODAY), ([PHONE, SEED], TODAY), ([PHONE, SEED], date(2026, 12, 1))):
        assert overview(plan_of(*lent), RULES, today, memory) == overview(plan_of(*lent), RULES, today)
    plan = plan_of(with_(SEED, product="own_friend"))
    for rate in ("0.0005", "0.001"):  # what a day late costs at a friend's
        friend = CustomProduct(id="own_friend", name="朋友", rate=Decimal("0.15"), penalty_rate=Decimal(rate))
        rules = with_own_products(RULES, (friend,), TODAY)
        assert overview(plan, rules, TODAY, memory) == overview(plan, rules, TODAY)


def test_the_principal_is_what_is_used_of_a_limit():
    each = found(CASH, SEED, PHONE, BIKE)
    plan = plan_of(CASH, SEED, PHONE, BIKE)
    assert each.principal == sum(used_of(plan, RULES, brand, TODAY) for brand in Brand)

"""What could go wrong: each shock on a small plan, by figures worked out by hand."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from jiebei_desktop.engine import Payment, RateChange
from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.planning.budget.household import Budget, Entry
from jiebei_desktop.planning.budget.outlook import Basis, basis
from jiebei_desktop.planning.budget.payables import in_order
from jiebei_desktop.planning.budget.trials import trial_option, worked_payables
from jiebei_desktop.planning.document import Loan, Plan
from jiebei_desktop.planning.stress.rates import with_rate
from jiebei_desktop.planning.stress.scenarios import Stressed, shocked, split_bought, stressed
from jiebei_desktop.planning.stress.settings import Shock, Stress
from jiebei_desktop.products import Brand, shipped_rules
from jiebei_desktop.values import Method, ProblemError
from tests.planning.stress.plans import TODAY, based, bases, loan, small

TAOBAO = Entry(id="taobao", amount="600", day=20, by_huabei=True)


def day(text: str) -> date:
    return date.fromisoformat(text)


def under(base: Basis, *shocks: Shock, **chosen: object) -> Stressed:
    return stressed(base, Stress.model_validate(chosen), shocks)


def moves(base: Basis, entry: str) -> list[tuple[str, Decimal]]:
    return [(flow.day.isoformat(), flow.amount) for flow in base.flows if flow.entry.id == entry]


def test_income_falls_for_some_months():
    """1,000 − 6 × 30 − 1,230 − 13 × 30 is −800 on 14 December; 900 less comes in on two pay days after it.

    So −800 + 2,070 − 16 × 30 − 1,230 − 13 × 30 is −830 on 14 January, and −860 a month later.
    """
    found = under(based(small(), 4), Shock.INCOME, income={"share": "0.3", "months": 2})
    assert moves(found.basis, "pay") == [
        ("2026-12-15", Decimal("2100.00")),
        ("2027-01-15", Decimal("2100.00")),
        ("2027-02-15", Decimal(3000)),
        ("2027-03-15", Decimal(3000)),
    ]
    assert found.lowest == (day("2027-02-14"), Decimal(-860))
    assert [month.short for month in found.outlook.months] == [0, 800, 830, 860, 0]
    assert [month.first for month in found.new_short] == [day("2027-01-01"), day("2027-02-01")]
    assert [month.short for month in found.before.months] == [0, 800, 0, 0, 0]
    assert found.late_cost == 0


def test_one_income_falls_and_the_others_stay():
    more = (Entry(id="side", kind="income", amount="333.33", day=20),)
    found = under(based(small(more=more), 2), Shock.INCOME, income={"share": "0.5", "begin": 0, "entry": "side"})
    assert moves(found.basis, "side")[0] == ("2026-12-20", Decimal("166.67"))  # 166.665, half a fen up
    assert moves(found.basis, "pay")[0] == ("2026-12-15", Decimal(3000))


def test_what_came_in_up_to_today_stays():
    base = based(small(as_of="2026-11-10"), 1)
    for shock in (Shock.INCOME, Shock.JOB):
        found = under(base, shock, income={"begin": 0, "share": "1"}, job={"begin": 0})
        assert moves(found.basis, "pay") == [("2026-11-15", Decimal(3000))]


def test_a_job_that_is_gone_brings_nothing():
    """−800 on 14 December, and until 14 February 48 + 14 days of food and two rents more: −5,060."""
    found = under(based(small(), 4), Shock.JOB, job={"months": 2})
    assert found.lowest == (day("2027-02-14"), Decimal(-5060))
    assert [when for when, _ in moves(found.basis, "pay")] == ["2027-02-15", "2027-03-15"]


def test_the_income_that_brings_most_is_the_one_that_stops_unless_another_is_chosen():
    more = (Entry(id="gift", kind="income", amount="9000", repeat="once", start="2026-12-20"),)
    base = based(small(more=more), 4)  # four times 3,000 are more than 9,000
    assert not moves(under(base, Shock.JOB, job={"months": 24}).basis, "pay")
    found = under(base, Shock.JOB, job={"months": 24}, earners=["gift"])
    assert not moves(found.basis, "gift")
    assert len(moves(found.basis, "pay")) == 4


def test_a_cost_comes_on_its_day_and_tomorrow_at_the_earliest():
    base = based(small(), 2)
    at = {"amount": "500.50", "day": "2026-12-20"}
    found = under(base, Shock.COST, cost=at)
    assert moves(found.basis, "stress-cost") == [("2026-12-20", Decimal("-500.50"))]
    assert found.outlook.line.on_time[-1] == found.before.line.on_time[-1] - Decimal("500.50")
    assert moves(under(base, Shock.COST, cost=at | {"day": "2026-01-01"}).basis, "stress-cost")[0][0] == "2026-11-25"
    assert moves(under(base, Shock.COST, cost={"amount": "1"}).basis, "stress-cost")[0][0] == "2026-12-24"


def test_what_is_late_costs_what_the_overdue_engine_says():
    """620 on 10 December pays 550.79. No pay on the 15th; on 10 January nothing is left, on the 15th 789.21 is.

    The third instalment has 5,074.55 × 0.05 % × 31 = 78.66 of interest and 472.13 of principal: five nights at 0.075 %.
    """
    found = under(based(small(loan(1), balance="2300"), 2), Shock.JOB, job={"months": 1})
    (late,) = found.outlook.line.late
    assert (late.payable.number, late.payable.day, late.day) == (3, day("2027-01-10"), day("2027-01-15"))
    assert (late.days, late.cost) == (5, Decimal("1.77"))
    assert (found.late_cost, found.extra_late_cost) == (Decimal("1.77"), Decimal("1.77"))
    assert found.before.line.late == []


# --- rates ------------------------------------------------------------------------------------------------------------


def test_a_rate_that_rises_is_levelled_anew_by_the_engine():
    """3 points a year are 0.0000821918 a day: 5,542.21 × (14 × 0.0005 + 16 × 0.0005821918) = 90.42."""
    base = based(small(loan(1)))
    found = under(base, Shock.RATE, rate={"points": "0.03"})
    owed = found.basis.payables[0].owed
    assert owed.events == (RateChange(date=TODAY, rate=Decimal("0.0005821918"), rate_per="day"),)
    rows = owed.rows()
    assert (rows[0].payment, rows[1].interest) == (Decimal("550.79"), Decimal("90.42"))
    assert [each.amount for each in found.basis.payables] == [row.payment for row in rows[1:]]
    assert sum(each.amount for each in found.basis.payables) > sum(each.amount for each in base.payables)


def test_a_rate_that_falls_stops_at_nothing():
    """18.25 % a year less 20 points: interest only for the 14 days that are past, 5,542.21 × 0.007."""
    owed = under(based(small(loan(1))), Shock.RATE, rate={"points": "-0.2"}).basis.payables[0].owed
    assert [row.interest for row in owed.rows()[1:]] == [Decimal("38.80"), *[0] * 10]


def test_new_rates_that_are_known_move_too_and_one_of_that_day_gives_way():
    events = [
        {"type": "rate_change", "date": "2026-11-24", "rate": "0.0004"},
        {"type": "rate_change", "date": "2027-02-01", "rate": "0.0003"},
    ]
    owed = under(based(small(loan(1, events=events))), Shock.RATE, rate={"points": "0.0365"}).basis.payables[0].owed
    assert [(event.date.isoformat(), event.rate) for event in owed.events] == [
        ("2027-02-01", Decimal("0.0004")),
        ("2026-11-24", Decimal("0.0005")),
    ]


def test_what_is_due_today_and_what_follows_are_one_loan():
    """The new rate leaves what falls due today: 171.80 with 7.75 of interest; 335.95 are left without any."""
    base = based(small(loan(1, principal="500", periods=3, start_date="2026-10-24", unpaid_from=1)))
    found = under(base, Shock.RATE, rate={"points": "-0.2"})
    assert [str(each.amount) for each in base.payables] == ["171.80", "171.80", "171.81"]
    assert [str(each.amount) for each in found.basis.payables] == ["171.80", "167.98", "167.97"]


def test_fees_and_loans_that_end_before_keep_their_price():
    fee = loan(2, product="huabei_instalment", method=Method.FLAT_FEE, rate=None, fee_rate="0.06")
    short = loan(3, start_date="2026-09-10", periods=3)
    base = based(small(fee, short))
    found = under(base, Shock.RATE, rate={"points": "0.05", "day": "2026-12-10"})
    assert found.basis.payables == base.payables


def test_a_loan_of_the_future_begins_with_the_new_rate():
    owed = based(small(loan(1, start_date="2026-12-05"))).payables[0].owed
    assert with_rate(owed, TODAY, Decimal("0.0365")).terms.rate == Decimal("0.0006")


# --- the limit --------------------------------------------------------------------------------------------------------


def test_without_a_limit_purchases_are_paid_in_cash_and_bills_still_fall_due():
    base = based(small(more=(TAOBAO,)), 4)
    assert [when for when, _ in moves(base, "taobao")] == ["2026-12-10", "2027-01-10", "2027-02-10", "2027-03-10"]
    now = under(base, Shock.LIMIT)
    assert moves(now.basis, "taobao") == [
        ("2026-12-10", Decimal(-600)),  # bought on 20 November, before
        *[(when, Decimal(-600)) for when in ("2026-12-20", "2027-01-20", "2027-02-20", "2027-03-20")],
    ]
    later = under(base, Shock.LIMIT, limit={"day": "2027-01-01"})
    assert [when for when, _ in moves(later.basis, "taobao")] == [
        "2026-12-10", "2027-01-10", "2027-01-20", "2027-02-20", "2027-03-20",
    ]  # fmt: skip


def test_of_one_bill_only_what_is_bought_from_tomorrow_on_changes():
    coffee = Entry(id="coffee", amount="10", repeat="days", start="2026-11-01", by_huabei=True)
    base = based(small(more=(coffee,)), 1)
    assert [when for when, _ in moves(base, "coffee")] == ["2026-12-10"] * 30
    new, others = split_bought(base)
    assert (len(new), len([flow for flow in others if flow.entry.id == "coffee"])) == (6, 24)
    found = [when for when, _ in moves(under(base, Shock.LIMIT).basis, "coffee")]
    assert found == sorted(["2026-12-10"] * 24 + [str(TODAY + timedelta(days=n)) for n in range(1, 31)])


@pytest.mark.parametrize(("brand", "left"), [(Brand.HUABEI, 0), (Brand.JIEBEI, 6)])
def test_a_trial_of_the_lender_that_closed_is_not_possible(brand, left):
    plan, rules = small(), shipped_rules()
    base = based(plan, 8)
    option = trial_option(plan, rules, Brand.HUABEI, "6")
    _, payables = worked_payables(plan, rules, base, option, Decimal(3000))
    both = base._replace(payables=in_order((*base.payables, *payables)))
    assert len(under(both, Shock.LIMIT, limit={"brand": brand}).basis.payables) == left


# --- several, and what can't be ---------------------------------------------------------------------------------------


def test_several_shocks_come_in_turn_on_one_plan():
    base = based(small(loan(1), more=(TAOBAO,)), 6)
    on = {"income": {"on": True, "share": "0.2"}, "cost": {"on": True}, "limit": {"on": True}}
    stress = Stress.model_validate(on)
    assert stress.chosen == (Shock.INCOME, Shock.COST, Shock.LIMIT)
    found = stressed(base, stress, stress.chosen)
    alone = [stressed(base, stress, [shock]).basis for shock in stress.chosen]
    assert moves(found.basis, "pay") == moves(alone[0], "pay")
    assert moves(found.basis, "stress-cost") == moves(alone[1], "stress-cost")
    assert moves(found.basis, "taobao") == moves(alone[2], "taobao")
    assert stressed(base, stress, []).outlook is not None
    assert stressed(base, stress, []).basis is base


@settings(max_examples=40)
@given(base=bases(), points=st.sampled_from(["0.05", "-0.2"]), begin=st.integers(0, 3))
def test_every_plan_can_be_shaken_by_everything(base, points, begin):
    stress = Stress.model_validate({"rate": {"points": points}, "income": {"begin": begin}, "job": {"begin": begin}})
    for shocks in ([Shock.INCOME], [Shock.COST], [Shock.LIMIT], [Shock.RATE], [Shock.RATE, Shock.LIMIT, Shock.COST]):
        found = stressed(base, stress, shocks)
        if Shock.RATE not in shocks:
            assert found.basis.payables == base.payables
        assert found.outlook.line.last == base.last
    bought = [sum(flow.amount for flow in each.flows if not flow.entry.by_huabei) for each in (base, found.basis)]
    assert bought[1] == bought[0] - 8000
    rates = stressed(base, stress, [Shock.RATE]).basis.payables
    more = sum(each.amount for each in rates) - sum(each.amount for each in base.payables)
    assert more >= 0 if points == "0.05" else more <= 0


@pytest.mark.parametrize(
    ("shock", "chosen", "field"),
    [
        (Shock.INCOME, {"income": {"entry": "none"}}, "income.entry"),
        (Shock.INCOME, {"income": {"entry": "rent"}}, "income.entry"),
        (Shock.JOB, {"earners": ["pay", "rent"]}, "earners.1"),
        (Shock.COST, {"cost": {"day": "2030-01-01"}}, "cost.day"),
    ],
)
def test_a_shock_that_cannot_be_is_named(shock, chosen, field):
    with pytest.raises(ProblemError) as caught:
        under(based(small(), 2), shock, **chosen)
    assert caught.value.problem.field == field


def test_no_job_can_go_where_nothing_comes_in():
    plan = small().model_copy(update={"budget": Budget()})
    with pytest.raises(ProblemError, match="还没有收入"):
        under(based(plan, 2), Shock.JOB)
    assert under(based(plan, 2), Shock.INCOME).late_cost == 0


@pytest.mark.parametrize(
    ("part", "values"),
    [
        ("chance", {"paths": 999}),
        ("chance", {"paths": 100_001}),
        ("chance", {"paths": "5000"}),
        ("chance", {"seed": -1}),
        ("chance", {"income_spread": "1.01"}),
        ("chance", {"spending_spread": 0.1}),
        ("chance", {"shape": "normal"}),
        ("chance", {"job_loss": "-0.1"}),
        ("income", {"share": "0"}),
        ("income", {"months": 25}),
        ("job", {"begin": -1}),
        ("cost", {"amount": "0"}),
        ("rate", {"points": "0.21"}),
        ("limit", {"brand": "visa"}),
        ("help", {"cut": "1.1"}),
    ],
)
def test_settings_have_their_bounds(part, values):
    with pytest.raises(ValidationError):
        Stress.model_validate({part: values})


def test_settings_are_part_of_the_plan_and_survive_its_file():
    plan = small().model_copy(update={"stress": Stress.model_validate({"chance": {"seed": 7}, "rate": {"on": True}})})
    again = Plan.model_validate_json(plan.model_dump_json())
    assert again.stress == plan.stress
    assert again.stress.chosen == (Shock.RATE,)


def test_a_payment_of_today_is_in_todays_balance_whatever_the_rate_becomes(rules):
    """What was paid today has left the balance of today: no new rate brings it back."""
    loan = Loan(
        id="late",
        name="",
        product="jiebei",
        periods=6,
        method="equal_payment",
        rate=Decimal("0.0005"),
        principal=Decimal(6000),
        start_date=date(2026, 8, 1),
        unpaid_from=3,
        events=(Payment(date=TODAY, amount=Decimal(500)),),
    )
    plan = Plan(name="", loans=(loan,), comparison=sample_plan(TODAY).comparison, budget=Budget(as_of=TODAY))
    base = basis(plan, rules, TODAY)
    moved = shocked(base, Stress(), (Shock.RATE,))
    assert not any(each.number == 0 for each in (*base.payables, *moved.payables))

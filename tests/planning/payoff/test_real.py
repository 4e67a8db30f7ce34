"""The plan's real loans: rules, the optimum against everything tried by the engine, and what is said of it."""

from datetime import date
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiebei_desktop.engine.ledger import ledger
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.planning.payoff import (
    Early,
    Money,
    as_agreed,
    avalanche,
    by_extra,
    custom,
    debts_of,
    explain,
    on_time,
    optimum,
    snowball,
)
from jiebei_desktop.planning.payoff.windows import late_costs
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.values import ProblemError
from tests.planning.payoff.brute import cheapest

TODAY = date(2026, 11, 24)
RULES = shipped_rules()
D = Decimal


def loan(key, **changes):
    """A loan of 借呗: 12,000 over 12 at 0.04 % a day, drawn on 10 August."""
    data = {
        "id": key, "name": key, "product": "jiebei", "periods": 12, "method": "equal_payment", "rate": "0.0004",
        "principal": "12000", "start_date": "2026-08-10",
    } | changes  # fmt: skip
    return data | ({"rate": None} if data["method"] == "flat_fee" else {})


def huabei(key, **changes):
    """Instalments of 花呗, whose fee paying early does not save."""
    return loan(
        key,
        **{"product": "huabei_instalment", "method": "flat_fee", "fee_rate": "0.075", "principal": "6000"} | changes,
    )


def elapsed(key, **changes):
    """Instalments whose fee is charged as they fall due, with a charge of 3 %, at least one fee, for paying early."""
    late = {"overdue": {"penalty_rate": "0.0005"}, "periods": 6, "principal": "3000", "fee_rate": "0.09"}
    return loan(key, **{"product": "jiebei_instalment", "method": "flat_fee", **late} | changes)


def debts(*loans):
    plan = Plan.model_validate(
        {
            "name": "",
            "comparison": {
                "amount": "1000",
                "start_date": "2026-01-01",
                "options": [
                    {"kind": "offer", "product": "jiebei", "periods": 12, "method": "equal_payment", "rate": "0.0004"}
                ],
            },
            "loans": list(loans),
        }
    )
    found = debts_of(plan, RULES, TODAY)
    assert not found.left_out
    return found.found


def monthly(amount, opening=0, months=36):
    return Money.monthly(D(amount), date(2026, 12, 1), months, opening=D(opening))


def check(outcome, money):
    """What an outcome says is what the engine's ledger says, and no more is spent than there is."""
    for each in outcome.loans:
        debt = each.debt
        books = ledger(debt.terms, each.events, debt.rule, outcome.end, debt.missed)
        before = ledger(debt.terms, debt.events, debt.rule, TODAY, debt.missed)
        assert books.paid - before.paid == sum(paid.amount for paid in each.payments)
        assert books.closed is (each.cleared is not None)
        assert books.settlement == each.unpaid
        assert each.cost == books.paid - before.paid + each.unpaid - debt.owed
    spent = D(0)
    for paid in sorted((paid for each in outcome.loans for paid in each.payments), key=lambda paid: paid.date):
        spent += paid.amount
        assert spent <= money.usable(paid.date)
    assert sum(sum(month.paid) for month in outcome.months) == spent
    assert outcome.cost == sum(each.cost for each in outcome.loans)


ALL = (
    loan("A"),
    loan("B", rate="0.0005", principal="5000", start_date="2026-10-24"),
    huabei("C", start_date="2026-09-05"),
    elapsed("D", start_date="2026-10-01"),
    loan("E", method="bullet", periods=6, principal="4000", start_date="2026-10-12"),
)

# --- what a debt is ---------------------------------------------------------------------------------------------------


def test_instalments_that_rounding_left_nothing_for_are_not_planned():
    """0.10 yuan over 24 at 15 % a day is repaid after five: the rest has nothing to pay, nor a balance to divide by."""
    (debt,) = debts(loan("a", principal="0.10", periods=24, rate="0.15", start_date="2026-11-20"))
    assert [row.payment for row in debt.rows] == [D("0.45"), D("0.47"), D("0.47"), D("0.45"), D("0.40")]
    found = optimum([debt], monthly(1), no_late=True)
    assert found.proven
    check(found.best, monthly(1))


def test_debts_say_how_they_can_be_paid_early():
    found = {debt.key: debt for debt in debts(*ALL)}
    assert {key: debt.early for key, debt in found.items()} == {
        "A": Early.PART, "B": Early.PART, "C": Early.NOTHING, "D": Early.WHOLE, "E": Early.WHOLE,
    }  # fmt: skip
    assert [round(found[key].price, 4) for key in "ABE"] == [D("0.1460"), D("0.1825"), D("0.1460")]
    assert found["B"].rows[0].due_date == TODAY  # what falls due today is still to come
    assert found["A"].agreed == D("9728.04")
    assert not found["C"].saves


def test_a_late_loan_says_what_is_late():
    (found,) = debts(
        loan("A", periods=5, rate="0.15", rate_per="year", start_date="2026-06-15", unpaid_from=4),
    )
    assert (found.due_now, found.late_days, found.owed, found.rows) == (D("5055.73"), 40, D("4890.57"), ())


def test_a_loan_that_can_not_be_worked_out_is_left_out_and_reported():
    plan = Plan.model_validate(
        {
            "name": "",
            "comparison": {
                "amount": "1000",
                "start_date": "2026-01-01",
                "options": [
                    {"kind": "offer", "product": "jiebei", "periods": 12, "method": "equal_payment", "rate": "0.0004"}
                ],
            },
            "loans": [
                loan("A", rate=None),
                loan("B", start_date="2026-12-01"),
                loan("C", events=[{"type": "settlement", "date": "2026-09-10"}]),
                loan("D", start_date="2020-01-01"),
                loan("E"),
                huabei("F", events=[{"type": "rate_change", "date": "2027-01-01", "rate": "0.1", "rate_per": "year"}]),
            ],
        }
    )
    found = debts_of(plan, RULES, TODAY)
    assert [debt.key for debt in found.found] == ["E"]
    assert [each.label for each in found.left_out] == ["A", "B", "F"]
    assert found.left_out[2].reason == "按手续费收的没有利率可变"


def test_money_that_has_to_go_out_later_is_not_usable():
    money = Money(opening=D(500), flows=((date(2027, 1, 1), D(-300)), (date(2027, 2, 1), D(1000))))
    assert money.cash(TODAY) == 500
    assert [money.usable(day) for day in (TODAY, date(2027, 1, 1), date(2027, 2, 1))] == [200, 200, 1200]
    assert money.rises(TODAY, date(2027, 12, 31)) == [date(2027, 2, 1)]


# --- simple rules -----------------------------------------------------------------------------------------------------


def test_as_agreed_is_the_agreed_schedule():
    found = debts(*ALL)
    outcome = as_agreed(found, monthly(8000, 8000))
    check(outcome, monthly(8000, 8000))
    assert outcome.cost == sum(debt.agreed - debt.owed for debt in found)
    assert not outcome.late


def test_the_rules_aim_as_they_are_called():
    found = debts(loan("A", principal="3000", rate="0.0002"), loan("B", rate="0.0005"))
    money = monthly(3000, 3000)
    assert snowball(found, money).order == ("A", "B")
    assert avalanche(found, money).order == ("B", "A")
    assert avalanche(found, money).cost < snowball(found, money).cost < as_agreed(found, money).cost
    assert custom(found, money, ["A", "B"]).cost == snowball(found, money).cost
    with pytest.raises(ProblemError) as caught:
        custom(found, money, ["A"])
    assert caught.value.problem.field == "order"


def test_paying_early_never_makes_an_instalment_short():
    # 4,500 are there, and nothing more comes until July: 3 instalments of 1,080.90 and one more take 4,323.60
    found = debts(loan("A"), loan("B", principal="2400", start_date="2026-11-20", method="bullet", periods=6))
    money = Money(opening=D(7000), flows=((date(2027, 4, 1), D(20000)),))
    for rule in (as_agreed, snowball, avalanche):
        outcome = rule(found, money)
        check(outcome, money)
        assert not outcome.late


def test_what_can_not_be_paid_waits_and_costs_what_the_engine_says():
    (found,) = debts(loan("A"))
    money = Money(opening=D(0), flows=((date(2027, 1, 1), D(20000)),))
    outcome = as_agreed([found], money)
    check(outcome, money)
    (late,) = outcome.late
    # the instalment of 10 December: 970.93 of principal, 22 nights at 0.06 %
    assert (late.number, late.due_date, late.paid, late.days) == (4, date(2026, 12, 10), date(2027, 1, 1), 22)
    assert late.cost == (found.rows[0].principal * 22 * D("0.0006")).quantize(D("0.01"))
    assert late_costs(found, found.rows[0], [late.paid]) == [pytest.approx(float(late.cost), abs=0.005)]


def test_more_a_month_costs_less():
    points = by_extra(debts(*ALL), monthly(3000, 6000), [D(0), D(1000), D(3000)])
    assert [point.amount for point in points] == [0, 1000, 3000]
    assert points[0].cost > points[1].cost > points[2].cost
    assert points[0].debt_free >= points[2].debt_free


# --- the optimum ------------------------------------------------------------------------------------------------------

SMALL = (
    elapsed("A", periods=3, principal="3000", fee_rate="0.06", start_date="2026-11-10"),
    huabei("B", periods=3, principal="1500", fee_rate="0.03", start_date="2026-11-05"),
)


@pytest.mark.parametrize(
    ("opening", "flows"),
    [
        (5000, []),
        (1600, [2000, 2000, 2000]),
        (1000, [1500, 1600, 1600]),  # something slips
        (500, [1100, 1600, 2600]),
        (0, [3300, 0, 2500]),
        (2200, [0, 0, 3500]),
    ],
)
def test_tiny_loans_against_everything_tried_by_the_engine(opening, flows):
    found = debts(*SMALL)
    days = [date(2026, 12, 20), date(2027, 1, 20), date(2027, 2, 20)]
    money = Money(opening=D(opening), flows=tuple(zip(days, map(D, flows), strict=False)))
    result = optimum(found, money, no_late=False)
    check(result.best, money)
    tried = cheapest(found, money, [day for day, flow in zip(days, flows, strict=False) if flow])
    assert result.best.cost == tried
    assert result.bound <= tried
    assert result.proven


def test_a_fee_that_paying_early_does_not_save_is_never_paid_early():
    result = optimum(debts(*ALL), monthly(9000, 9000), no_late=True)
    kinds = {each.debt.key: {paid.kind for paid in each.payments} for each in result.best.loans}
    assert kinds["C"] == {"instalment"}
    assert "settle" in kinds["A"]
    assert result.proven
    assert any("C提前还不省手续费" in sentence for sentence in explain(result))


def test_with_too_little_money_the_cheapest_slips():
    # one of two like instalments has to wait from 10 December to 1 January: at 0.05 % a day or at 0.1 %
    late = {"start_date": "2026-11-10", "periods": 2, "principal": "2000", "fee_rate": "0"}
    found = debts(
        huabei("A", **late, overdue={"penalty_rate": "0.0005"}), huabei("B", **late, overdue={"penalty_rate": "0.001"})
    )
    money = Money(opening=D(1000), flows=((date(2027, 1, 1), D(3100)),))
    result = optimum(found, money, no_late=False)
    check(result.best, money)
    assert [(late.key, late.days, late.cost) for late in result.best.late] == [("A", 22, D("11.00"))]
    assert result.rule("as_agreed").cost == D("22.00")  # whoever stands first is paid first
    assert result.proven
    assert D("10.9") < result.bound <= result.best.cost == D("11.00")
    assert "A在 2026 年 12 月 10 日到期的那期只好晚 22 天，多付 11.00 元。" in explain(result)
    assert "照期还，不提前：多付 22.00 元，比最省的多 11.00 元。" in explain(result)


def test_where_nothing_may_be_late_it_says_when_how_much_is_missing():
    found = debts(huabei("A", start_date="2026-11-10", periods=2, principal="2000", fee_rate="0"))
    money = Money(opening=D(900), flows=((date(2027, 1, 1), D(3000)),))
    with pytest.raises(ProblemError) as caught:
        optimum(found, money, no_late=True)
    assert caught.value.problem.field == "money"
    assert "到 2026 年 12 月 10 日还差 100.00 元" in caught.value.problem.message


def test_what_is_never_paid_is_the_last_resort_and_is_reported():
    found = debts(huabei("A", start_date="2026-11-10", periods=2, principal="2000", fee_rate="0"))
    money = Money(opening=D(1000))
    result = optimum(found, money, no_late=False)
    check(result.best, money)
    assert result.best.debt_free is None
    assert result.best.unpaid == 1000
    assert [(late.number, late.paid) for late in result.best.late] == [(2, None)]
    assert "还剩 1,000.00 元还不上" in explain(result)[0]


def test_arrears_are_paid_first_of_their_loan():
    found = debts(loan("A", unpaid_from=3), loan("B", principal="3000"))
    assert found[0].late_days > 0
    money = monthly(2500, 1200)
    result = optimum(found, money, no_late=False)
    check(result.best, money)
    payments = result.best.loans[0].payments
    assert payments[0].kind == "arrears"
    assert result.proven


def test_it_can_be_stopped_and_tells_how_far_it_is():
    found, money = debts(*ALL), monthly(2000, 500)
    seen = []

    def stop(progress):
        seen.append(progress)
        return False

    result = optimum(found, money, no_late=False, progress=stop)
    assert result.stopped
    assert not result.proven
    assert result.best.cost <= min(rule.cost for rule in result.rules)
    assert seen[0].best == float(result.best.cost)


def test_it_can_be_stopped_while_it_is_searching():
    seen = []

    def stop_later(progress):
        seen.append(progress)
        return len(seen) < 4

    result = optimum(debts(*ALL), monthly(1500, 500), no_late=False, seconds=20, progress=stop_later)
    check(result.best, monthly(1500, 500))
    assert result.stopped
    assert len(seen) >= 4
    assert seen[-1].seconds >= seen[0].seconds
    assert result.best.cost <= min(rule.cost for rule in result.rules)


def test_it_tells_how_far_it_is_and_goes_on():
    seen = []
    result = optimum(
        debts(*ALL), monthly(4000, 4000), no_late=True, progress=lambda progress: seen.append(progress) is None
    )
    assert seen
    assert not result.stopped
    assert result.proven


def test_a_charge_for_paying_early_is_counted():
    found = debts(elapsed("A", fee_rate="0.01", start_date="2026-11-10"))
    result = optimum(found, monthly(5000, 5000), no_late=True)  # 3 % of what is left against less than 1 % of fee
    assert not [paid for paid in result.best.loans[0].payments if paid.kind == "settle"]
    assert result.best.cost == D("30.00")


def test_a_new_rate_on_the_way_is_paid_off_whole_or_not_at_all():
    change = {"type": "rate_change", "date": "2027-01-20", "rate": "0.0006"}
    found = debts(loan("A", events=[change]))
    money = monthly(3000, 3000)
    result = optimum(found, money, no_late=True)
    check(result.best, money)
    assert found[0].early is Early.WHOLE
    assert {paid.kind for paid in result.best.loans[0].payments} == {"instalment", "settle"}


def test_a_penalty_on_all_principal_and_one_that_compounds_are_held_against_the_engine():
    for overdue in (
        {"penalty_rate": "0.0005", "base": "all_principal"},
        {"penalty_rate": "0.0005", "base": "overdue_amount", "compounding": "monthly", "grace_days": 3},
    ):
        found = debts(loan("A", overdue=overdue), loan("B", principal="6000"))
        money = Money(opening=D(1100), flows=tuple((date(2027, month, 1), D(1700)) for month in range(1, 10)))
        result = optimum(found, money, no_late=False, seconds=1)
        check(result.best, money)
        assert result.bound <= result.best.cost <= min(rule.cost for rule in result.rules)


@st.composite
def several(draw):
    loans = []
    for place in range(draw(st.integers(1, 4))):
        make = draw(st.sampled_from([loan, loan, huabei, elapsed]))
        changes = {
            "principal": str(draw(st.integers(10, 90)) * 100),
            "periods": draw(st.integers(3, 9)),
            "start_date": date(2026, draw(st.integers(6, 10)), draw(st.integers(1, 28))).isoformat(),
        }
        if make is loan:
            changes["rate"] = draw(st.sampled_from(["0.0002", "0.0004", "0.0006"]))
            changes["method"] = draw(
                st.sampled_from(["equal_payment", "equal_payment", "equal_principal", "interest_first", "bullet"])
            )
        loans.append(make(f"L{place}", **changes))
    return loans, draw(st.sampled_from([0.6, 1.0, 1.4])), draw(st.integers(0, 3000))


@settings(max_examples=40, derandomize=True)
@given(several())
def test_the_optimum_is_never_above_a_rule_nor_below_its_bound(case):
    loans, share, opening = case
    found = debts(*loans)
    if not found:
        return
    busiest: dict[date, Decimal] = {}
    for row in (row for debt in found for row in debt.rows):
        month = row.due_date.replace(day=1)
        busiest[month] = busiest.get(month, D(0)) + row.payment
    money = monthly((max(busiest.values()) * D(str(share))).quantize(D(1)), opening)
    enough = on_time(as_agreed(found, money))  # then it is quick; where not, the best so far has to do
    result = optimum(found, money, no_late=False, seconds=60 if enough else 0.5)
    for outcome in (result.best, *result.rules):
        check(outcome, money)
    for rule in result.rules:
        assert (result.best.unpaid, result.best.cost) <= (rule.unpaid, rule.cost)
    assert 0 <= result.bound <= result.best.cost
    assert 0 <= result.gap <= 1
    if enough:
        for order in permutations(debt.key for debt in found):
            assert result.best.cost - D("0.10") <= custom(found, money, order).cost
            assert result.bound <= custom(found, money, order).cost
        assert on_time(result.rule("snowball"))
        assert on_time(result.rule("avalanche"))
        assert on_time(result.best)
        assert result.proven
        assert result.gap == 0
    assert all(explain(result))


def test_a_penalty_that_is_left_by_itself_is_owed_and_nothing_falls_due():
    """0.1 % a day of 1,000 for 10 days: 10.00, to which the payment of the instalment did not go."""
    last = {"penalty_rate": "0.001", "order": ["principal", "interest", "fee", "penalty"]}
    paid = {"type": "payment", "date": "2026-11-20", "amount": "1000"}
    terms = {"principal": "1000", "periods": 1, "rate": "0", "start_date": "2026-10-10", "unpaid_from": 1}
    (left,) = debts(loan("left", overdue=last, events=[paid], **terms))
    assert (left.due_now, left.rows, left.late_days) == (D("10.00"), (), 0)

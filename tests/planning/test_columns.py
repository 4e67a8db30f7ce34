"""The figures of a comparison: the same as the engine's own face gives, and by a second way."""

import json
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiebei_desktop.calc import answers
from jiebei_desktop.engine import RateChange, schedule
from jiebei_desktop.engine.bill import Pay
from jiebei_desktop.money import ZERO
from jiebei_desktop.planning.break_even import early_win, late_win, price_limit
from jiebei_desktop.planning.columns import column
from jiebei_desktop.planning.comparison import compare
from jiebei_desktop.planning.comparison_lines import Key, lines
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.planning.heat import DAYS, heat_of
from jiebei_desktop.planning.offers import AnyOption, BillOption, Comparison, OfferOption
from jiebei_desktop.planning.options import bill_option, offer_option
from jiebei_desktop.planning.worked import BillWorked, OfferWorked, Worked
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.values import Method, RatePer
from tests.engine.oracle import months_later

RULES = shipped_rules()
DAY = date(2026, 11, 23)

amounts = st.integers(100_00, 200_000_00).map(lambda fen: Decimal(fen) / 100)
days = st.dates(date(2024, 1, 1), date(2028, 12, 31))
daily = st.integers(1, 60).map(lambda count: Decimal(count) / 100_000)
jiebei_options = st.builds(
    OfferOption,
    product=st.just("jiebei"),
    periods=st.integers(1, 24),
    method=st.sampled_from([Method.EQUAL_PAYMENT, Method.EQUAL_PRINCIPAL, Method.INTEREST_FIRST]),
    rate=daily,
)
huabei_options = st.builds(
    OfferOption,
    product=st.just("huabei_instalment"),
    periods=st.integers(1, 24),
    method=st.just(Method.FLAT_FEE),
    fee_rate=st.integers(1, 1500).map(lambda count: Decimal(count) / 10_000),
)
offers = jiebei_options | huabei_options
bullets = st.builds(
    OfferOption, product=st.just("jiebei"), periods=st.integers(2, 9), method=st.just(Method.BULLET), rate=daily
)


def comparison(*options: AnyOption, amount: Decimal = Decimal(6000), start: date = DAY, **more) -> Comparison:
    return Comparison(amount=amount, start_date=start, options=options, **more)


def worked(option: AnyOption, **more) -> Worked:
    found = column(comparison(option, **more), option, RULES)
    assert found.worked is not None, found.problem
    return found.worked


def request(option: OfferOption) -> dict:
    priced = {"fee_rate": str(option.fee_rate)} if option.fee_rate is not None else {"rate": str(option.rate)}
    return {"product": option.product, "periods": option.periods, "method": option.method.value, **priced}


@given(st.lists(offers, min_size=2, max_size=6), amounts, days)
def test_every_figure_is_the_one_that_calc_gives(options, amount, start):
    asked = {
        "id": 1,
        "kind": "compare",
        "amount": str(amount),
        "start_date": start.isoformat(),
        "options": [request(option) for option in options],
        "late_days": [1, 7, 30, 90],
    }
    [answer] = answers(json.dumps([asked]).encode(), lambda: RULES)
    compared = compare(Plan(name="", comparison=comparison(*options, amount=amount, start=start)), RULES)
    found = {(line.key, line.days): line for line in lines(compared)}
    for place, given_by_calc in enumerate(answer["options"]):

        def value(key: Key, late: int = 0, place: int = place) -> str:
            return str(found[key, late].figures[place].value)

        interest, fee = (Decimal(given_by_calc["totals"][name]) for name in ("interest", "fee"))
        assert Decimal(value(Key.COST)) == interest + fee
        assert Decimal(value(Key.PAYMENT)) == Decimal(given_by_calc["totals"]["payment"])
        assert Decimal(value(Key.NOMINAL)) == Decimal(given_by_calc["rates"]["nominal_annual"])
        assert Decimal(value(Key.EFFECTIVE)) == Decimal(given_by_calc["rates"]["effective_annual"])
        assert value(Key.FIRST_DUE) == given_by_calc["first_due_date"]
        assert value(Key.LAST_DUE) == given_by_calc["last_due_date"]
        for late in (1, 7, 30, 90):
            assert Decimal(value(Key.LATE, late)) == Decimal(given_by_calc["late_cost"][str(late)])


def test_the_bill_paid_in_full_is_free_until_its_due_day():
    found = worked(bill_option(Pay.FULL, RULES))
    assert [(due.due_date, due.payment) for due in found.dues] == [(date(2026, 12, 10), Decimal(6000))]
    assert (found.cost, found.rates, found.free_days) == (ZERO, (ZERO, ZERO), 17)
    assert found.late(30) == Decimal("90.00")  # 6,000 x 0.05 % x 30


def test_the_minimum_payment_costs_interest_from_the_due_day_on():
    found = worked(bill_option(Pay.MINIMUM, RULES))
    # 10 % on 2026-12-10; 5,400 x 0.05 % x 31 days = 83.70 on top of the rest on 2027-01-10
    assert [(str(due.due_date), str(due.payment)) for due in found.dues] == [
        ("2026-12-10", "600.00"),
        ("2027-01-10", "5483.70"),
    ]
    assert found.cost == Decimal("83.70")
    assert found.free_days == 17
    assert found.early(1) == ZERO
    growth = 1 + found.rates.effective_annual
    owed = [Decimal(600) / growth ** (Decimal(17) / 365), Decimal("5483.70") / growth ** (Decimal(48) / 365)]
    assert abs(sum(owed) - 6000) < Decimal("1e-6")
    monthly = 1 + found.rates.nominal_annual / 12
    assert abs(monthly**12 - growth) < Decimal("1e-9")


@given(amounts, days, st.integers(1, 28), st.integers(1, 28))
def test_bills_fall_due_as_a_calendar_says(amount, start, statement, due):
    found = worked(BillOption(pay=Pay.FULL, statement_day=statement, due_day=due), amount=amount, start=start)
    day = start + timedelta(days=1)  # bought on the statement day it waits for the next bill
    while day.day != statement:
        day += timedelta(days=1)
    day += timedelta(days=1)
    while day.day != due:
        day += timedelta(days=1)
    assert found.dues[0].due_date == day
    assert found.free_days == (day - start).days


@given(offers, amounts, days)
def test_paying_off_early_costs_the_interest_so_far_and_all_of_the_fee(option, amount, start):
    found = worked(option, amount=amount, start=start)
    assert isinstance(found, OfferWorked)
    so_far = ZERO
    for due in found.dues[:-1]:
        so_far += due.cost
        whole_fee = sum((row.fee for row in found.plain.rows), ZERO)
        assert found.early(due.number) == (whole_fee if option.method is Method.FLAT_FEE else so_far)
    assert found.early(found.last_period) == found.cost


@given(offers, amounts, days, st.integers(0, 120))
def test_a_late_day_costs_a_like_part_of_what_is_overdue(option, amount, start, late):
    found = worked(option, amount=amount, start=start)
    first = found.dues[0]
    bases, rate = [first.principal], Fraction(option.rate or 0) * Fraction(3, 2)
    rate = Fraction(int(rate * 1_000_000 + Fraction(1, 2)), 1_000_000)  # the lender's books keep six places
    if option.method is Method.FLAT_FEE:  # on the fee, too, in a bucket of its own
        bases, rate = [first.principal, first.cost], Fraction("0.0005")
    fen = sum(int(Fraction(base) * rate * late * 100 + Fraction(1, 2)) for base in bases)
    assert found.late(late) * 100 == fen
    assert found.late_by_day(late)[late] == found.late(late)


@given(offers, amounts, days)
def test_costs_and_balances_by_day_are_the_payments_added_up(option, amount, start):
    found = worked(option, amount=amount, start=start)
    span = (found.dues[-1].due_date - start).days
    costs, balances = found.costs_by_day(span), found.balances_by_day(span)
    assert len(costs) == len(balances) == span + 1
    for day in (0, span // 3, span - 1, span):
        paid = [due for due in found.dues if due.due_date <= start + timedelta(days=day)]
        assert costs[day] == sum((due.cost for due in paid), ZERO)
        assert balances[day] == amount - sum((due.principal for due in paid), ZERO)
    assert balances[span] == ZERO


def test_free_days_end_where_something_is_charged():
    coupon = offer_option(RULES.rule("jiebei"), 6).model_copy(update={"coupon_off": Decimal(1), "coupon_periods": 2})
    found = worked(coupon)
    assert [due.cost == 0 for due in found.dues] == [True, True, False, False, False, False]
    assert found.free_days == (months_later(DAY, 2) - DAY).days == 61
    assert worked(offer_option(RULES.rule("jiebei"), 6)).free_days == 0


def test_enough_money_early_pays_everything_off():
    option = offer_option(RULES.rule("jiebei"), 12)
    plain = worked(option)
    found = worked(option, early_period=3, prepayment=Decimal(6000))
    assert [due.number for due in found.dues] == [1, 2, 3]  # the third takes all the rest
    assert found.cost == plain.early(3) == Decimal("203.33")
    part = worked(option, early_period=3, prepayment=Decimal(1000))
    assert plain.early(3) < part.cost < plain.cost
    assert worked(option, early_period=12, prepayment=Decimal(1000)).cost == plain.cost


@given(offers, offers, amounts)
def test_the_break_even_price_is_the_last_that_is_no_dearer(option, against, amount):
    varied, other = worked(option, amount=amount), worked(against, amount=amount)
    limit = price_limit(varied, other)
    name = "fee_rate" if option.method is Method.FLAT_FEE else "rate"
    step = Decimal("0.0001") if option.method is Method.FLAT_FEE else Decimal("0.000001")

    def cost(price: Decimal) -> Decimal:
        return worked(option.model_copy(update={name: price}), amount=amount).cost

    now = getattr(option, name)
    if limit is None:  # nowhere from half the price to twice the price
        assert cost(now / 2 + step) > other.cost or cost(max(now * 2 - step, now)) <= other.cost
        return
    assert (limit.fee, limit.per) == (name == "fee_rate", RatePer.DAY)
    assert limit.above == limit.value + step
    assert cost(limit.value) <= other.cost < cost(limit.above)


@given(offers, offers, amounts)
def test_when_the_other_wins_is_what_trying_every_month_and_day_finds(option, against, amount):
    best, other = worked(option, amount=amount), worked(against, amount=amount)
    if best.cost > other.cost:
        best, other = other, best
    last = max(best.last_period, other.last_period)
    wins = [period for period in range(1, last) if other.early(period) < best.early(period)]
    run = early_win(best, other)
    assert (run is None) is (not wins)
    if run is not None:
        assert run[1] == max(wins)
        assert set(range(run[0], run[1] + 1)) <= set(wins)
        assert run[0] - 1 not in wins
    late_best, late_other = best.late_by_day(90), other.late_by_day(90)
    not_yet = [day for day in range(91) if other.cost + late_other[day] >= best.cost + late_best[day]]
    assert late_win(best, other) == (max(not_yet) + 1 if max(not_yet) < 90 else None)


def test_a_heat_map_adds_the_penalty_to_the_cost_of_each_term():
    compared = compare(Plan(name="", comparison=comparison(offer_option(RULES.rule("huabei_instalment"), 12))), RULES)
    heat = heat_of(compared, 0)
    assert DAYS == (0, 1, 7, 30, 60, 90)
    assert heat.periods == (3, 6, 9, 12)
    # 6,000 over 3 at 2.5 %: 150.00, and 2,050 late at 0.05 % a day
    assert [str(cost) for cost in heat.cells[0]] == ["150.00", "151.03", "157.18", "180.75", "211.50", "242.25"]
    assert heat.said(0, 3) == "3 期，第一期晚 30 天：一共多付 180.75 元"
    assert heat.summary.startswith("花呗分期最省：3 期，按时还：一共多付 150.00 元；最贵：12 期")


def test_a_term_without_a_known_fee_has_no_cells_and_says_why():
    option = offer_option(RULES.rule("huabei_instalment"), 12).model_copy(update={"periods": 5, "fee_rate": None})
    compared = compare(Plan(name="", comparison=comparison(option)), RULES)
    heat = heat_of(compared, 0)
    row = heat.periods.index(5)
    assert heat.cells[row] == (None,) * 6
    assert "5 期的费率没有公布" in heat.said(row, 0)


def test_what_was_worked_out_is_kept_for_columns_that_are_the_same():
    first, second = offer_option(RULES.rule("jiebei"), 12), offer_option(RULES.rule("huabei_instalment"), 12)
    before = compare(Plan(name="", comparison=comparison(first, second)), RULES)
    other = first.model_copy(update={"periods": 6})
    after = compare(Plan(name="", comparison=comparison(other, second)), RULES, before)
    assert after.columns[1] is before.columns[1]
    assert after.columns[0].worked.cost == worked(other).cost
    dearer = compare(Plan(name="", comparison=comparison(other, second, amount=Decimal(7000))), RULES, after)
    assert dearer.columns[1].worked.cost == Decimal("616.00")


def test_bills_are_worked_out_by_the_bill_engine():
    assert isinstance(worked(bill_option(Pay.FULL, RULES)), BillWorked)


def test_a_rate_change_is_not_part_of_a_comparison():
    found = worked(offer_option(RULES.rule("jiebei"), 3))
    changed = schedule(found.first.terms, [RateChange(date=DAY + timedelta(days=40), rate=Decimal("0.0006"))])
    assert changed.totals.cost > found.cost


@pytest.mark.parametrize("pay", list(Pay))
def test_a_bill_has_no_price_to_break_even_at(pay):
    assert price_limit(worked(bill_option(pay, RULES)), worked(offer_option(RULES.rule("jiebei"), 3))) is None


def test_a_bill_beyond_the_calendar_is_refused_by_name():
    late = comparison(bill_option(Pay.FULL, RULES), start=date(2199, 12, 20))
    found = column(late, late.options[0], RULES)
    assert (found.worked, found.problem.field) == (None, "start_date")
    assert "太远了" in found.problem.message


def test_a_minimum_of_nothing_costs_nothing_when_it_is_late():
    found = worked(bill_option(Pay.MINIMUM, RULES), amount=Decimal("0.04"))
    assert found.dues[0].payment == 0
    assert found.late(90) == 0
    assert found.late_by_day(3) == [0, 0, 0, 0]


def test_money_on_top_is_no_instalment():
    found = worked(offer_option(RULES.rule("jiebei"), 12), early_period=3, prepayment=Decimal(2000))
    assert [due.number for due in found.instalments] == list(range(1, len(found.instalments) + 1))
    assert max(due.payment for due in found.instalments) == Decimal("540.28")
    [day] = [due for due in found.by_day if due.due_date == date(2027, 2, 23)]
    assert day.payment == Decimal("2540.28")
    assert sum(due.principal for due in found.by_day) == 6000


def test_a_loan_with_one_payment_is_late_with_what_is_left_of_it():
    option = offer_option(RULES.rule("jiebei"), 12).model_copy(update={"method": Method.BULLET})
    found = worked(option, early_period=3, prepayment=Decimal(1000))
    assert found.instalments[0].due_date == date(2027, 11, 23)
    left = found.instalments[0].principal
    assert left < 6000
    assert found.late(10) == round(left * Decimal("0.0006") * 10, 2)


def test_too_little_on_top_is_refused_in_words_about_it():
    option = offer_option(RULES.rule("jiebei"), 12).model_copy(update={"method": Method.BULLET})
    found = column(comparison(option, early_period=3, prepayment=Decimal(10)), option, RULES)
    assert found.problem.field == "prepayment"
    assert found.problem.message.startswith("第 3 期那天多还的钱不行：")


def test_paying_off_after_money_on_top_counts_it():
    found = worked(offer_option(RULES.rule("jiebei"), 12), early_period=3, prepayment=Decimal(2000))
    plain = worked(offer_option(RULES.rule("jiebei"), 12))
    assert found.early(3) == plain.early(3)
    assert found.early(5) < plain.early(5)
    assert found.early(12) == found.cost


@given(
    offers | bullets,
    amounts,
    days,
    st.sampled_from([None, Decimal("0.3"), Decimal(1)]),
    st.sampled_from([None, 1, 3]),
)
def test_one_walk_finds_what_settling_with_each_instalment_finds(option, amount, start, off, first):
    first = None if option.method is Method.BULLET else first
    option = option.model_copy(update={"coupon_off": off, "coupon_periods": first})
    found = worked(option, amount=amount, start=start)
    singly = [found.settled(period).totals.cost for period in range(1, found.last_period)]
    assert worked(option, amount=amount, start=start).early_all() == [*singly, found.cost]


def test_a_map_has_the_price_of_the_column_with_that_term():
    cheap = offer_option(RULES.rule("huabei_instalment"), 6).model_copy(update={"fee_rate": Decimal("0.03")})
    dear = offer_option(RULES.rule("huabei_instalment"), 12)
    heat = heat_of(compare(Plan(name="", comparison=comparison(dear, cheap)), RULES), 0)
    assert [str(row[0]) for row in heat.cells] == ["150.00", "180.00", "390.00", "528.00"]

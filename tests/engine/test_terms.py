from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from jiebei_desktop.calendar import DayCount, IntervalUnit
from jiebei_desktop.engine import InstalmentRule, Interval, Terms, product_defaults, read_terms, schedule
from jiebei_desktop.money import RoundingMode
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.products.conditions import EarlyRule, FeesLeft
from jiebei_desktop.values import Method, ProblemError, RatePer, Rounding

BARE = {
    "principal": "12000.00",
    "start_date": "2026-01-15",
    "periods": 3,
    "method": "equal_payment",
    "rate": "0.0004",
    "rate_per": "day",
}
JIEBEI = {"product": "jiebei", "principal": "10000", "start_date": "2026-01-15", "periods": 12}
HUABEI = {"product": "huabei_instalment", "principal": "1200", "start_date": "2026-01-15", "periods": 12}


def read(base, **change):
    """Read terms with changes; the change `...` leaves a field out."""
    data = {name: value for name, value in (base | change).items() if value is not ...}
    return read_terms(data, shipped_rules())


def problem(base, **change):
    with pytest.raises(ProblemError) as caught:
        read(base, **change)
    return caught.value.problem


# --- what is filled in -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("product", "jiebei"),
        ("principal", Decimal(10000)),
        ("start_date", date(2026, 1, 15)),
        ("periods", 12),
        ("method", Method.EQUAL_PAYMENT),
        ("rate", Decimal("0.0004")),
        ("rate_per", RatePer.DAY),
        ("fee_rate", Decimal(0)),
        ("day_count", DayCount.ACTUAL),
        ("rounding", Rounding(mode=RoundingMode.HALF_UP, step=Decimal("0.01"))),
        ("interval", Interval(unit=IntervalUnit.MONTH, every=1)),
        ("instalment_rule", InstalmentRule.LEVEL),
        ("first_due_date", date(2026, 2, 15)),
        ("due_dates", None),
    ],
)
def test_jiebei_fills_in_what_is_left_out(name, value):
    assert getattr(read(JIEBEI), name) == value


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("product", "huabei_instalment"),
        ("method", Method.FLAT_FEE),
        ("fee_rate", Decimal("0.088")),
        ("rate", Decimal(0)),
        ("day_count", DayCount.PERIOD),
        ("rounding", Rounding(mode=RoundingMode.HALF_UP, step=Decimal("0.01"))),
    ],
)
def test_huabei_fills_in_what_is_left_out(name, value):
    assert getattr(read(HUABEI), name) == value


@pytest.mark.parametrize(("periods", "fee_rate"), [(3, "0.025"), (6, "0.045"), (9, "0.065"), (12, "0.088")])
def test_the_huabei_fee_follows_the_number_of_periods(periods, fee_rate):
    assert read(HUABEI, periods=periods).fee_rate == Decimal(fee_rate)


@pytest.mark.parametrize("field", ["method", "rate", "rate_per", "day_count", "rounding", "interval", "fee_rate"])
def test_null_counts_as_left_out(field):
    assert read(JIEBEI, **{field: None}) == read(JIEBEI)


@pytest.mark.parametrize(
    ("change", "name", "value"),
    [
        ({"rate": "0.00035"}, "rate", Decimal("0.00035")),
        ({"rate": "0.0105", "rate_per": "month"}, "rate_per", RatePer.MONTH),
        ({"rate": "0.0105", "rate_per": "month"}, "day_count", DayCount.ACTUAL),
        ({"method": "interest_first"}, "method", Method.INTEREST_FIRST),
        ({"method": "equal_principal"}, "method", Method.EQUAL_PRINCIPAL),
        ({"day_count": "actual/360"}, "day_count", DayCount.ACTUAL_360),
        ({"rounding": {"mode": "down"}}, "rounding", Rounding(mode=RoundingMode.DOWN)),
        ({"method": "flat_fee", "fee_rate": "0.05"}, "fee_rate", Decimal("0.05")),
        ({"interval": {"unit": "week", "every": 2}}, "interval", Interval(unit=IntervalUnit.WEEK, every=2)),
        ({"instalment_rule": "annuity"}, "instalment_rule", InstalmentRule.ANNUITY),
    ],
)
def test_what_is_said_wins_over_the_product(change, name, value):
    assert getattr(read(JIEBEI, **change), name) == value


def test_a_fee_that_is_said_allows_any_number_of_periods():
    assert read(HUABEI, periods=24, fee_rate="0.15").fee_rate == Decimal("0.15")


def test_product_defaults_are_what_the_rules_say():
    rules = shipped_rules()
    assert product_defaults(rules.rule("jiebei")) == {
        "periods": 12,
        "method": "equal_payment",
        "day_count": "actual",
        "rounding": Rounding(),
        "rate": Decimal("0.0004"),
        "rate_per": "day",
        "early": EarlyRule(fees_left=FeesLeft.NONE),
    }
    assert product_defaults(rules.rule("huabei_instalment")) == {
        "periods": 12,
        "early": EarlyRule(fees_left=FeesLeft.ALL),
        "method": "flat_fee",
        "day_count": "period",
        "rounding": Rounding(),
    }


@pytest.mark.parametrize(("per", "day_count"), [("day", "actual"), ("month", "period"), ("year", "period")])
def test_without_a_product_the_day_count_follows_the_rate(per, day_count):
    assert read(BARE, rate_per=per).day_count == DayCount(day_count)


def test_without_a_product_a_flat_fee_needs_no_rate():
    terms = read(BARE, method="flat_fee", fee_rate="0.03", rate=..., rate_per=...)
    assert (terms.fee_rate, terms.rate) == (Decimal("0.03"), 0)


def test_the_data_that_was_read_is_left_as_it_was():
    data = dict(JIEBEI)
    read_terms(data, shipped_rules())
    assert data == JIEBEI


# --- what is refused -------------------------------------------------------------------------------------------------

NO_DECIMALS = [0.5, float("nan"), float("inf"), "1e5", "NaN", "Infinity", "", "abc", "1,000", " 1", True, [], {}]


@pytest.mark.parametrize(
    "value", [*NO_DECIMALS, "-1", "-0.01", "0", "0.00", "0.001", "100.001", "1000000000.01", 0, -5]
)
def test_a_bad_principal_is_named(value):
    assert problem(BARE, principal=value).field == "principal"


@pytest.mark.parametrize("value", [*NO_DECIMALS, "-0.0001", "1.01", "35", 35])
def test_a_bad_rate_is_named(value):
    assert problem(BARE, rate=value).field == "rate"


@pytest.mark.parametrize("value", [*NO_DECIMALS, "-0.0001", "1.01", "8.8"])
def test_a_bad_fee_rate_is_named(value):
    assert problem(HUABEI, fee_rate=value).field == "fee_rate"


@pytest.mark.parametrize("base", [BARE, JIEBEI, HUABEI], ids=["bare", "jiebei", "huabei"])
@pytest.mark.parametrize("value", [0, -1, 601, 10**30, "5", "12", 5.0, 12.0, True, False, [], {}], ids=str)
def test_a_bad_or_missing_number_of_periods_is_named(base, value):
    assert problem(base, periods=value).field == "periods"


def test_a_missing_number_of_periods_is_named_where_no_product_knows_one():
    assert problem(BARE, periods=...).field == "periods"
    assert read(JIEBEI, periods=...).periods == 12
    assert read(HUABEI, periods=...).fee_rate == Decimal("0.088")


# Due day: the day of the first draw, 29/30/31 are 25/26/27; a draw under 15 days before it begins a month later
# (qumiaodong.com/jin/1m96y, 4idols.com; the 15 days also in kexiaomei.com/article/141679, 2021-03-31).
@pytest.mark.parametrize(
    ("start", "due_day", "first"),
    [
        ("2026-01-10", None, "2026-02-10"),
        ("2026-01-28", None, "2026-02-28"),
        ("2026-01-29", None, "2026-02-25"),
        ("2026-01-30", None, "2026-02-26"),
        ("2026-01-31", None, "2026-02-27"),
        ("2026-06-15", 10, "2026-07-10"),
        ("2026-06-25", 10, "2026-07-10"),  # 15 days before it: not fewer
        ("2026-06-26", 10, "2026-08-10"),
        ("2026-06-10", 10, "2026-07-10"),
        ("2026-12-20", 1, "2027-02-01"),
        ("2026-12-10", 27, "2026-12-27"),
    ],
)
def test_the_first_due_date_of_jiebei_follows_its_due_day(start, due_day, first):
    assert read(JIEBEI, start_date=start, due_day=due_day).first_due_date == date.fromisoformat(first)


def test_the_other_view_of_late_days_of_the_month_is_there():
    view = shipped_rules().rule("jiebei").due_day.views[0].value
    assert [view.first_due(date(2026, 1, day)) for day in (29, 30, 31)] == [
        date(2026, 3, 1),
        date(2026, 3, 2),
        date(2026, 3, 3),
    ]


def test_dates_that_are_given_win_over_the_due_day_rule():
    assert read(JIEBEI, first_due_date="2026-02-03").first_due_date == date(2026, 2, 3)
    assert read(JIEBEI, interval={"unit": "week", "every": 1}).first_due_date is None
    assert read(BARE, due_day=20).first_due_date == date(2026, 1, 20)


@pytest.mark.parametrize("value", [0, 29, 31, -1, "10", 1.0, True, []])
def test_a_bad_due_day_is_named(value):
    assert problem(JIEBEI, due_day=value).field == "due_day"


def test_a_loan_keeps_the_version_of_the_day_on_which_it_began():
    assert read(JIEBEI, start_date="2020-03-01").rate == Decimal("0.00045")
    assert read(JIEBEI, start_date="2021-11-23").rate == Decimal("0.00045")
    assert read(JIEBEI, start_date="2021-11-24").rate == Decimal("0.0004")
    assert read(JIEBEI, start_date="2016-01-01").rate == Decimal("0.00045")  # before the first version that is known


BAD_DATES = ["2026-02-31", "2026-2-1", "20260201", "31/01/2026", "1989-12-31", "2200-01-01", "", 20260101, True, []]


@pytest.mark.parametrize("field", ["start_date", "first_due_date"])
@pytest.mark.parametrize("value", BAD_DATES, ids=str)
def test_a_bad_date_is_named(field, value):
    assert problem(BARE, **{field: value}).field == field


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"principal": ...}, "principal"),
        ({"start_date": ...}, "start_date"),
        ({"method": ...}, "method"),
        ({"rate": ...}, "rate"),
        ({"rate": None}, "rate"),
        ({"rate_per": ...}, "rate_per"),
        ({"rate_per": None}, "rate_per"),
        ({"method": "flat_fee"}, "fee_rate"),
        ({"method": "balloon"}, "method"),
        ({"method": 1}, "method"),
        ({"method": []}, "method"),
        ({"rate_per": "week"}, "rate_per"),
        ({"rate_per": "Day"}, "rate_per"),
        ({"rate_per": 1}, "rate_per"),
        ({"rate_per": ["day"]}, "rate_per"),
        ({"rate_per": {"unit": "day"}}, "rate_per"),
        ({"day_count": "actual/366"}, "day_count"),
        ({"instalment_rule": "flat"}, "instalment_rule"),
        ({"first_due_date": "2026-01-14"}, "first_due_date"),
        ({"due_dates": ["2026-02-15", "2026-03-15"]}, "due_dates"),
        ({"due_dates": ["2026-02-15", "2026-03-15", "2026-04-15", "2026-05-15"]}, "due_dates"),
        ({"due_dates": []}, "due_dates"),
        ({"due_dates": ["2026-03-15", "2026-02-15", "2026-04-15"]}, "due_dates"),
        ({"due_dates": ["2026-02-15", "2026-02-15", "2026-04-15"]}, "due_dates"),
        ({"due_dates": ["2026-01-14", "2026-02-15", "2026-03-15"]}, "due_dates"),
        ({"due_dates": ["2026-02-15", "2026-02-31", "2026-04-15"]}, "due_dates.1"),
        ({"due_dates": "2026-02-15"}, "due_dates"),
        ({"due_dates": 3}, "due_dates"),
        ({"interval": {"unit": "quarter"}}, "interval.unit"),
        ({"interval": {"every": 0}}, "interval.every"),
        ({"interval": {"every": 367}}, "interval.every"),
        ({"interval": {"every": "1"}}, "interval.every"),
        ({"interval": {"every": 1.0}}, "interval.every"),
        ({"interval": {"every": True}}, "interval.every"),
        ({"interval": {"months": 1}}, "interval.months"),
        ({"interval": "month"}, "interval"),
        ({"rounding": {"mode": "nearest"}}, "rounding.mode"),
        ({"rounding": {"step": 0.01}}, "rounding.step"),
        ({"rounding": {"step": "0"}}, "rounding.step"),
        ({"rounding": {"step": "-0.01"}}, "rounding.step"),
        ({"rounding": {"instalment_mode": "x"}}, "rounding.instalment_mode"),
        ({"rounding": {"instalment_step": "0"}}, "rounding.instalment_step"),
        ({"rounding": {"places": 2}}, "rounding.places"),
        ({"rounding": "half_up"}, "rounding"),
        ({"interest": "0.1"}, "interest"),
        ({"Principal": "1"}, "Principal"),
    ],
    ids=str,
)
def test_what_is_wrong_is_named(change, field):
    found = problem(BARE, **change)
    assert found.field == field
    assert found.message


@pytest.mark.parametrize("product", ["jibei", "", "JIEBEI"])
def test_an_unknown_product_is_told_the_known_ones(product):
    found = problem(JIEBEI, product=product)
    assert found.field == "product"
    assert "jiebei" in found.message
    assert "huabei_instalment" in found.message


@pytest.mark.parametrize("product", [1, True, [], {}, ["jiebei"]])
def test_a_product_that_is_no_name_is_refused(product):
    assert problem(JIEBEI, product=product).field == "product"


@pytest.mark.parametrize("periods", [1, 5, 24, 600])
def test_a_fee_that_the_product_does_not_know_is_asked_for(periods):
    found = problem(HUABEI, periods=periods)
    assert found.field == "fee_rate"
    for known in ("3", "6", "9", "12"):
        assert known in found.message


def test_a_fee_method_on_a_product_without_fees_asks_for_the_fee():
    assert problem(JIEBEI, method="flat_fee").field == "fee_rate"


def test_an_interest_method_on_a_product_without_a_rate_asks_for_the_rate():
    assert problem(HUABEI, method="equal_payment").field == "rate"


def test_the_daily_rate_of_a_product_is_not_taken_for_a_yearly_one():
    assert problem(JIEBEI, rate_per="year").field == "rate"
    assert read(JIEBEI, rate_per="day").rate == Decimal("0.0004")


def test_the_first_of_several_problems_is_reported():
    assert problem(BARE, principal="x", periods=0, colour="red").field in {"principal", "periods", "colour"}


def test_due_dates_after_the_range_of_dates_are_refused_rather_than_breaking_down():
    with pytest.raises(ProblemError):
        schedule(read(BARE, periods=600, interval={"unit": "month", "every": 366}))


@pytest.mark.parametrize("step", ["0.000000000000000000000001", "0.000000000000000000000000000001"])
def test_a_rounding_step_finer_than_the_arithmetic_is_refused(step):
    assert problem(BARE, principal="1000000000", rounding={"step": step}).field == "rounding.step"


# --- terms as values -------------------------------------------------------------------------------------------------


def test_limits_belong_to_the_range():
    terms = read(
        BARE,
        principal="1000000000",
        rate="1",
        periods=600,
        start_date="1990-01-01",
        first_due_date="1990-01-01",
    )
    assert (terms.principal, terms.rate, terms.periods) == (1_000_000_000, 1, 600)
    assert read(BARE, principal="0.01", rate="0", periods=1).principal == Decimal("0.01")


def test_whole_numbers_may_stand_for_money():
    assert read(BARE, principal=12000).principal == 12000


def test_due_dates_win_over_interval_and_first_due_date():
    terms = read(
        BARE,
        due_dates=["2026-02-01", "2026-03-05", "2026-03-06"],
        first_due_date="2026-02-20",
        interval={"unit": "week"},
    )
    assert terms.all_due_dates == (date(2026, 2, 1), date(2026, 3, 5), date(2026, 3, 6))


@pytest.mark.parametrize(
    ("interval", "number"),
    [({}, "12"), ({"every": 3}, "4"), ({"unit": "week"}, "52"), ({"unit": "day", "every": 5}, "73")],
)
def test_periods_in_a_year_follow_the_interval(interval, number):
    assert read(BARE, interval=interval).periods_a_year == Decimal(number)


@pytest.mark.parametrize("base", [BARE, JIEBEI, HUABEI], ids=["bare", "jiebei", "huabei"])
def test_terms_survive_a_file(base):
    terms = read(base, due_dates=None, first_due_date="2026-01-20", rounding={"instalment_step": "1"})
    assert Terms.model_validate_json(terms.model_dump_json()) == terms


def test_terms_cannot_be_changed_and_equal_ones_are_equal():
    terms = read(BARE)
    with pytest.raises(ValidationError):
        terms.periods = 6
    assert terms == read(BARE)
    assert hash(terms) == hash(read(BARE))
    assert terms != read(BARE, periods=6)

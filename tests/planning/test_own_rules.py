"""The rules in force for a plan, and changing them. Expected values are worked out by hand, with the reason beside."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiebei_desktop.files.plan_file import load_plan, save_plan
from jiebei_desktop.files.sample import SAMPLE_DAY, sample_plan
from jiebei_desktop.planning.anonymous import anonymised
from jiebei_desktop.planning.columns import column
from jiebei_desktop.planning.custom import new_product
from jiebei_desktop.planning.document import PrimeRateChange, RuleChange, loan_schedule
from jiebei_desktop.planning.entry import Field, edit, new_loan, new_plan
from jiebei_desktop.planning.late import loan_subject
from jiebei_desktop.planning.merging import merged
from jiebei_desktop.planning.options import bill_option, offer_option
from jiebei_desktop.planning.own_changes import (
    Place,
    changes_at,
    changes_of,
    idle_changes,
    rule_at,
    shipped_at,
    with_change,
    with_rate,
    without_change,
    without_changes,
    without_rate,
)
from jiebei_desktop.planning.own_draft import NEW_FEE, NEW_RATE, Draft, first_differing
from jiebei_desktop.planning.own_rule_form import Kind, parts_of, value_of
from jiebei_desktop.planning.own_rule_words import figure_support, idle_sentence
from jiebei_desktop.planning.own_rules import rules_of
from jiebei_desktop.planning.rule_words import LPR, rule_words
from jiebei_desktop.planning.situation import WayKind, situation
from jiebei_desktop.planning.snapshots import with_snapshot
from jiebei_desktop.planning.versions import changed_rows, side_by_side
from jiebei_desktop.planning.ways import way
from jiebei_desktop.products import figures, shipped_rules
from jiebei_desktop.products.bill import shipped_bill_rule
from jiebei_desktop.products.own import BILL, LINES
from jiebei_desktop.products.regulation import regulation, shipped_regulation
from jiebei_desktop.values import Method, ProblemError, RatePer, checked
from tests.conftest import SEED, TODAY

RULES = shipped_rules()
NEW = date(2021, 11, 24)
JIEBEI = Place("jiebei", NEW)
EVERY = [
    *(Place(rule.id, rule.in_force_from) for known in RULES.versions.values() for rule in known),
    Place(BILL),
    Place(LINES),
]


def plan(**more):
    return new_plan("计划", RULES, TODAY).model_copy(update=more)


def seed(**more):
    return plan(loans=(checked(type(new_loan(RULES.rule("jiebei"), TODAY)), SEED),), **more)


def change(path, value, place=JIEBEI, made=TODAY):
    return RuleChange(rule=place.rule, since=place.since, path=path, value=value, made=made)


def rate(since, value):
    return PrimeRateChange(since=since, value=value, made=TODAY)


def draft(of, path, place=JIEBEI):
    return Draft(of, RULES, rules_of(of, RULES, TODAY), place, path, TODAY)


def texts(path, place=JIEBEI, of=None, **typed):
    return {part.key: part.text for part in draft(of or plan(), path, place).parts} | typed


# --- the rule book in force -------------------------------------------------------------------------------------------


def test_a_plan_that_changes_nothing_follows_the_very_rules_that_ship():
    assert rules_of(plan(), RULES, TODAY) is RULES


def test_own_products_and_own_figures_go_together():
    own = new_product("白条")
    both = with_change(plan(products=(own,)), RULES, change("rate.typical", "0.0005"))
    book = rules_of(both, RULES, TODAY)
    assert own.id in book.rules
    assert book.rule("jiebei").rate.typical.value == Decimal("0.0005")


def test_a_changed_day_count_reaches_a_loans_schedule():
    """12,000 over 5 at 15 % a year: by months 453.73 instead of by days 455.47, as tests of the engine have both."""
    changed = with_change(seed(), RULES, change("day_count", "period"))
    (loan,) = changed.loans
    assert loan_schedule(loan, rules_of(changed, RULES, TODAY)).totals.cost == Decimal("453.73")


def test_a_changed_penalty_reaches_what_being_late_costs():
    """Twice the rate instead of one and a half: the penalty of a day is a third more, 1.50 becomes 2.00."""
    changed = with_change(seed(), RULES, change("overdue", {"penalty_multiplier": "2"}))
    (loan,) = changed.loans
    costs = [loan_subject(loan, book, TODAY).cost(1)[1] for book in (RULES, rules_of(changed, RULES, TODAY))]
    assert costs == [Decimal("1.50"), Decimal("2.00")]


def test_a_changed_minimum_reaches_the_bills_of_a_comparison_and_the_way_out():
    changed = with_change(plan(), RULES, change("minimum_share", "0.2", Place(BILL)))
    book = rules_of(changed, RULES, TODAY)
    comparison = changed.comparison.model_copy(update={"amount": Decimal(6000)})
    first = [column(comparison, bill_option("minimum", known), known).worked.dues[0].payment for known in (RULES, book)]
    assert first == [Decimal("600.00"), Decimal("1200.00")]  # 10 % and 20 % of 6,000
    loan = new_loan(RULES.rule("huabei_instalment"), TODAY)
    subject = loan_subject(loan, book, TODAY)
    minimum = way(situation(changed, subject, book), WayKind.MINIMUM, 0)
    assert minimum.outcome.now == (subject.instalment / 5).quantize(Decimal("0.01"))


def test_changed_days_of_a_bill_are_what_a_new_column_begins_with():
    changed = with_change(plan(), RULES, change("cycles.1", [8], Place(BILL)))
    book = rules_of(changed, RULES, TODAY)
    assert bill_option("full", book).due_day == 8
    assert bill_option("full", RULES).due_day == 10
    moved = edit(bill_option("full", RULES).model_copy(update={"statement_day": 5}), Field.STATEMENT_DAY, "1", book)
    assert moved.due_day == 8


# --- changing ---------------------------------------------------------------------------------------------------------


def test_a_figure_changed_again_is_one_change():
    once = with_change(plan(), RULES, change("rate.typical", "0.0005"))
    twice = with_change(once, RULES, change("rate.typical", "0.0003"))
    assert [each.value for each in twice.rule_changes] == ["0.0003"]


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        ("rate.typical", "0.0007", ("", "不能大于“日利率，最高”的 0.06%")),
        ("rate.typical", "0.0001", ("", "不能小于“日利率，最低”的 0.015%")),
        ("rate.most", "0.0003", ("", "不能小于“日利率，常见的”的 0.04%")),
        ("rate.least", "0.0005", ("", "不能大于“日利率，常见的”的 0.04%")),
        ("principal.least", "300001", ("", "不能大于“金额，最多”的 300,000.00 元")),
        ("principal.most", "999", ("", "不能小于“金额，最少”的 1,000.00 元")),
        ("overdue", {"penalty_rate": "2"}, ("penalty_rate", "不能大于 1")),
        ("due_day", {"least_days": 15, "moved": {"29": 30}}, ("moved.29", "不能大于 28")),
        ("periods", [3, 700], ("1", "不能大于 600")),
        ("year_days", 366, ("", "366 不能用；可选：360 or 365")),
        ("tides", 1, ("", "规则里没有这一项")),
    ],
)
def test_what_can_not_be_is_refused_with_its_field_in_words(path, value, problem):
    with pytest.raises(ProblemError) as caught:
        with_change(plan(), RULES, change(path, value))
    assert caught.value.problem == problem


def test_a_product_that_is_not_there_can_not_be_changed():
    with pytest.raises(ProblemError, match="这里没有这个产品的规则"):
        with_change(plan(), RULES, change("rate.typical", "0.0005", Place("moon_loan", NEW)))


def test_what_rests_on_another_change_holds_that_one():
    """With 0.09 % usual the highest can not go back to 0.06 %."""
    most = change("rate.most", "0.001")
    both = with_change(with_change(plan(), RULES, most), RULES, change("rate.typical", "0.0009"))
    with pytest.raises(ProblemError, match="不能小于“日利率，常见的”"):
        without_change(both, RULES, most)
    assert without_changes(both, "jiebei") == plan()


def test_a_change_that_does_nothing_stands_in_no_ones_way():
    strange = plan(rule_changes=(change("tides", 1), change("rate.most", "0.0001")))
    changed = with_change(strange, RULES, change("rate.typical", "0.0005"))
    book = rules_of(changed, RULES, TODAY)
    assert [each.path for each in idle_changes(changed, book)] == ["tides", "rate.most"]
    assert book.rule("jiebei").rate.typical.value == Decimal("0.0005")


def test_changes_are_counted_by_rule_and_version():
    changed = with_rate(with_change(plan(), RULES, change("rate.typical", "0.0005")), rate(TODAY, "0.03"))
    assert (changes_of(changed, "jiebei"), changes_of(changed, LINES), changes_of(changed, BILL)) == (1, 1, 0)
    assert len(changes_at(changed, JIEBEI)) == 1
    assert changes_at(changed, Place("jiebei", date(2017, 1, 1))) == ()


def test_taking_all_lines_back_takes_the_prime_rates_back_too():
    changed = with_rate(with_change(plan(), RULES, change("assisted", "0.2", Place(LINES))), rate(TODAY, "0.03"))
    assert without_changes(changed, LINES) == plan()
    assert without_changes(changed, "jiebei") == changed


def test_prime_rates_stand_by_day_and_one_day_has_one():
    found = plan()
    for since, value in ((date(2026, 6, 20), "0.03"), (date(2026, 3, 20), "0.029"), (date(2026, 6, 20), "0.028")):
        found = with_rate(found, rate(since, value))
    assert [(str(each.since), str(each.value)) for each in found.prime_rates] == [
        ("2026-03-20", "0.029"),
        ("2026-06-20", "0.028"),
    ]
    moved = with_rate(found, rate(date(2026, 7, 20), "0.028"), date(2026, 6, 20))
    assert [str(each.since) for each in moved.prime_rates] == ["2026-03-20", "2026-07-20"]
    assert [str(each.since) for each in without_rate(moved, date(2026, 3, 20)).prime_rates] == ["2026-07-20"]


@pytest.mark.parametrize(
    ("changes", "rates", "field"),
    [
        ((change("rate.typical", "0.0005"), change("rate.typical", "0.0003")), (), "rule_changes"),
        ((), (rate(TODAY, "0.03"), rate(TODAY, "0.02")), "prime_rates"),
    ],
)
def test_a_file_that_says_one_figure_twice_is_refused(changes, rates, field):
    data = plan(rule_changes=changes, prime_rates=rates).model_dump(mode="json")
    with pytest.raises(ProblemError) as caught:
        checked(type(plan()), data)
    assert caught.value.problem.field == field


def test_a_product_of_ones_own_is_changed_in_its_form_only():
    """A damaged file says a rate of it here as well: its form would show another one than counts."""
    own = new_product("白条").model_copy(update={"rate": Decimal("0.0004"), "rate_per": RatePer.DAY})
    other = change("rate.most", "0.0009", Place(own.id, date(1990, 1, 1)))
    both = plan(products=(own,), rule_changes=(other,))
    book = rules_of(both, RULES, TODAY)
    assert book.rule(own.id).rate.most.value == Decimal("0.0004")
    assert idle_changes(both, book) == (other,)


def test_a_change_of_a_version_of_the_bill_does_nothing_and_is_named():
    strange = change("minimum_share", "0.2", Place(BILL, NEW))
    changed = with_change(plan(rule_changes=(strange,)), RULES, change("minimum_share", "0.3", Place(BILL)))
    book = rules_of(changed, RULES, TODAY)
    assert idle_changes(changed, book) == (strange,)
    assert rule_at(book, Place(BILL)).minimum_share.value == Decimal("0.3")


def test_thousands_of_changes_that_do_nothing_are_named_by_the_first_few():
    many = plan(rule_changes=tuple(change(f"tides{number}", 1) for number in range(10_000)))
    book = rules_of(many, RULES, TODAY)
    idle = idle_changes(many, book)
    assert len(idle) == 10_000
    named = "、".join(f"借呗的“tides{number}”" for number in range(5))
    assert idle_sentence(idle, book).startswith(f"有 10000 处改动这里用不上，头几处是 {named}。先留着，不起作用")
    assert anonymised(many, Decimal(1)).rule_changes == ()


# --- the form ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", EVERY, ids=str)
def test_every_shipped_figure_can_be_changed_and_its_form_says_what_it_is(place):
    """What the form says as it opens comes to the very figure; only how a fee is paid back has one way."""
    rule = shipped_at(RULES, place)
    for path, figure in figures(rule):
        parts = parts_of(path, figure.value)
        if path == "methods" and figure.value == (Method.FLAT_FEE,):
            assert parts == ()
            continue
        value = value_of(path, figure.value, {part.key: part.text for part in parts})
        changed = with_change(plan(), RULES, change(path, value, place))
        found = dict(figures(rule_at(rules_of(changed, RULES, TODAY), place)))[path]
        assert found.value == figure.value, path
        assert draft(plan(), path, place).tried({part.key: part.text for part in parts}) == plan()


@pytest.mark.parametrize(
    ("path", "typed", "value"),
    [
        ("rate.typical", {"value": "０．０５％"}, "0.0005"),
        ("principal.most", {"value": "20 万"}, "200000"),
        ("periods", {"value": "24，3、 6 期"}, [3, 6, 24]),
        ("methods", {"bullet": "no", "equal_principal": "no"}, ["equal_payment", "interest_first"]),
        ("day_count", {"value": "30/360"}, "30/360"),
        ("year_days", {"value": "360"}, 360),
        ("rounding", {"mode": "down", "step": "0.1"}, {"mode": "down", "step": "0.1"}),
        ("due_day", {"29": "1", "least_days": "0"}, {"least_days": 0, "moved": {"29": 1, "30": 26, "31": 27}}),
        (
            "early",
            {"charge_rate": "3", "at_least_one_fee": "yes"},
            {"fees_left": "none", "charge_rate": "0.03", "at_least_one_fee": True},
        ),
    ],
)
def test_what_is_typed_becomes_what_a_rule_file_would_have(path, typed, value):
    (found,) = draft(plan(), path).tried(texts(path, **typed)).rule_changes
    assert (found.rule, found.since, found.path, found.value, found.made) == ("jiebei", NEW, path, value, TODAY)


@pytest.mark.parametrize(
    ("kind", "price", "expected"),
    [
        ("times", "2", {"penalty_multiplier": "2"}),
        ("day", "0.05", {"penalty_rate": "0.0005", "penalty_rate_per": "day"}),
        ("month", "1", {"penalty_rate": "0.01", "penalty_rate_per": "month"}),
        ("year", "24", {"penalty_rate": "0.24", "penalty_rate_per": "year"}),
    ],
)
def test_a_penalty_is_a_multiple_or_a_share_of_a_day_a_month_or_a_year(kind, price, expected):
    (found,) = draft(plan(), "overdue").tried(texts("overdue", kind=kind, price=price, grace_days="3")).rule_changes
    assert {name: item for name, item in found.value.items() if name.startswith("penalty")} == expected
    assert found.value["grace_days"] == 3
    assert found.value["order"] == ["penalty", "interest", "fee", "principal"]  # which has no field, and stays


@pytest.mark.parametrize(
    ("path", "typed", "problem"),
    [
        ("rate.typical", {"value": "很高"}, ("value", "“很高”不是数字")),
        ("rate.typical", {"value": "101"}, ("value", "要在 0 到 100（%）之间")),
        ("rate.typical", {"value": "7"}, ("value", "不能大于“日利率，最高”的 0.06%")),
        ("periods", {"value": "三"}, ("value", "“三”不是数字")),
        ("periods", {"value": " "}, ("value", "要填几个整数，比如 3、6、12")),
        ("periods", {"value": "700"}, ("value", "不能大于 600")),
        ("overdue", {"price": "101"}, ("price", "不能大于 100")),
        ("overdue", {"grace_days": "400"}, ("grace_days", "不能大于 366")),
        ("due_day", {"30": "29"}, ("30", "不能大于 28")),
        ("rounding", {"step": "0"}, ("step", "要大于 0")),
        (
            "methods",
            {"equal_payment": "no", "interest_first": "no", "bullet": "no", "equal_principal": "no"},
            ("equal_payment", "至少留一种还法"),
        ),
    ],
)
def test_what_can_not_be_typed_is_said_at_its_field(path, typed, problem):
    with pytest.raises(ProblemError) as caught:
        draft(plan(), path).tried(texts(path, **typed))
    assert caught.value.problem == problem


def test_typing_what_ships_takes_a_change_back_and_typing_what_is_changes_nothing():
    changed = draft(plan(), "rate.typical").tried(texts("rate.typical", value="0.05"))
    again = draft(changed, "rate.typical")
    assert again.own
    assert again.tried({"value": "0.050"}) is changed
    assert again.tried({"value": "0.04"}) == plan()
    assert again.reset() == plan()
    assert not draft(plan(), "rate.typical").own


def test_a_prime_rate_is_added_moved_changed_and_gone():
    lines = Place(LINES)
    new = draft(plan(), NEW_RATE, lines)
    assert [part.kind for part in new.parts] == [Kind.DATE, Kind.TEXT]
    assert new.parts[0].text == str(TODAY)
    one = new.tried({"since": "2026-3-20", "value": "2.9"})
    assert one.prime_rates == (rate(date(2026, 3, 20), "0.029"),)
    mine = draft(one, f"{LPR}2026-03-20", lines)
    assert (mine.own, mine.ships) == (True, False)
    assert mine.tried({"since": "2026-03-20", "value": "2.90"}) is one
    moved = mine.tried({"since": "2026-04-20", "value": "2.9"})
    assert [str(each.since) for each in moved.prime_rates] == ["2026-04-20"]
    assert mine.reset() == plan()
    with pytest.raises(ProblemError) as caught:
        draft(one, NEW_RATE, lines).tried({"since": "2026-03-20", "value": "2"})
    assert caught.value.problem == ("since", "这一天你已经填过一个")
    with pytest.raises(ProblemError) as caught:
        new.tried({"since": "春天", "value": "2"})
    assert caught.value.problem.field == "since"


HUABEI = Place("huabei_instalment", date(2020, 1, 1))


def fee(of, count, value):
    return draft(of, NEW_FEE, HUABEI).tried({"periods": count, "value": value})


def test_a_fee_for_one_more_number_of_instalments_is_added_changed_and_gone():
    assert [part.title for part in draft(plan(), NEW_FEE, HUABEI).parts] == ["分几期", "总费率"]
    one = fee(plan(), "18", "12.6")
    assert [(each.path, each.value) for each in one.rule_changes] == [
        ("fee.by_periods.18", "0.126"),
        ("periods", [3, 6, 9, 12, 18]),
    ]
    rules = rules_of(one, RULES, TODAY)
    assert offer_option(rules.rule("huabei_instalment"), 18).fee_rate == Decimal("0.126")
    said = {each.path: each for each in rule_words(RULES.rule("huabei_instalment"), rules.rule("huabei_instalment"))}
    added = said["fee.by_periods.18"]
    assert (added.figure.name, added.figure.value, added.own.value) == ("18 期的总费率", "", "12.6%")
    assert list(said)[:5] == [f"fee.by_periods.{count}" for count in (3, 6, 9, 12, 18)]
    mine = draft(one, "fee.by_periods.18", HUABEI)
    assert (mine.own, mine.ships) == (True, False)
    assert mine.tried({"value": "12.60"}) is one
    assert mine.tried({"value": "13"}).rule_changes[0].value == "0.13"
    assert mine.reset() == plan()
    assert first_differing(plan(), one) == (HUABEI, "fee.by_periods.18")


def test_a_fee_goes_with_numbers_of_instalments_that_were_changed_before():
    before = with_change(plan(), RULES, change("periods", [3, 24], HUABEI))
    both = fee(before, "18", "12.6")
    assert [each.value for each in both.rule_changes] == [[3, 18, 24], "0.126"]
    assert first_differing(before, both) == (HUABEI, "fee.by_periods.18")
    assert draft(both, "fee.by_periods.18", HUABEI).reset() == before
    assert [each.path for each in fee(before, "24", "15").rule_changes] == ["periods", "fee.by_periods.24"]


@pytest.mark.parametrize(
    ("count", "value", "problem"),
    [
        ("", "1", ("periods", "这里要填一个数字")),
        ("0", "1", ("periods", "要在 1 到 600 之间")),
        ("601", "1", ("periods", "要在 1 到 600 之间")),
        ("12", "1", ("periods", "这个期数已经有费率了，改那一行就行")),
        ("18", "", ("value", "这里要填一个数字")),
        ("18", "101", ("value", "要在 0 到 100（%）之间")),
    ],
)
def test_a_fee_that_can_not_be_added_says_why_at_its_field(count, value, problem):
    with pytest.raises(ProblemError) as caught:
        fee(plan(), count, value)
    assert caught.value.problem == problem


def test_a_shipped_prime_rate_is_changed_and_goes_back():
    lines, path = Place(LINES), f"{LPR}2025-05-20"
    changed = draft(plan(), path, lines).tried({"since": "2025-05-20", "value": "2.99"})
    mine = draft(changed, path, lines)
    assert (mine.own, mine.ships) == (True, True)
    assert regulation(rules_of(changed, RULES, TODAY)).prime_rate(TODAY).value == Decimal("0.0299")
    assert mine.tried({"since": "2025-05-20", "value": "3"}) == plan()
    assert mine.reset() == plan()


any_change = st.sampled_from(
    [
        (place, path)
        for place in EVERY
        for path, figure in figures(shipped_at(RULES, place))
        if figure.value != (Method.FLAT_FEE,)
    ]
)
words = st.one_of(st.text(max_size=6), st.decimals(0, 120, places=3).map(str), st.integers(0, 40).map(str))


@given(any_change, st.lists(words, min_size=7, max_size=7))
def test_a_change_that_was_taken_and_reset_leaves_the_very_same_plan_and_rules(where, typed):
    place, path = where
    parts = draft(plan(), path, place).parts
    said = {
        part.key: part.choices[len(text) % len(part.choices)][0] if part.choices else text
        for part, text in zip(parts, typed, strict=False)
    }
    if any(part.kind is Kind.CHECK for part in parts):
        said |= {part.key: "yes" for part in parts if part.kind is Kind.CHECK}
    try:
        changed = draft(plan(), path, place).tried(said)
    except ProblemError:
        return
    book = rules_of(changed, RULES, TODAY)
    assert idle_changes(changed, book) == ()
    if changed != plan():
        assert (draft(changed, path, place).reset(), len(changed.rule_changes)) == (plan(), 1)
    assert rules_of(draft(changed, path, place).reset(), RULES, TODAY) is RULES


# --- words ------------------------------------------------------------------------------------------------------------


def test_a_changed_figure_is_said_with_what_ships_below():
    changed = with_change(plan(), RULES, change("rate.typical", "0.0005"))
    rules = rules_of(changed, RULES, TODAY)
    first = rule_words(RULES.rule("jiebei"), rules.rule("jiebei"))[0]
    assert (first.path, first.figure.value, first.own.value) == ("rate.typical", "0.04%", "0.05%")
    said = figure_support(first).split("\n")
    assert said[:2] == ["你改成 0.05%（2026-11-24 改的），现在照这个算。", "日利率，常见的：0.04%（一般）"]
    assert all(found.own is None for found in rule_words(RULES.rule("jiebei"), RULES.rule("jiebei")))


def test_prime_rates_stand_below_the_lines_the_newest_first():
    changed = with_rate(plan(), rate(date(2026, 3, 20), "0.029"))
    found = rule_words(shipped_regulation(), regulation(rules_of(changed, RULES, TODAY)))
    assert [each.path for each in found[:3]] == ["assisted", "private_multiple", "microloan_multiple"]
    assert (found[3].figure.name, found[3].figure.value, found[3].own.value) == ("LPR，2026-03-20 起", "", "2.9%")
    assert (found[4].figure.name, found[4].figure.value, found[4].own) == ("LPR，2025-05-20 起", "3%", None)


def test_changes_that_do_nothing_are_named():
    strange = plan(rule_changes=(change("tides", 1), change("a", 1, Place("moon_loan")), change("b", 1, Place(BILL))))
    said = idle_sentence(idle_changes(strange, rules_of(strange, RULES, TODAY)), RULES)
    assert said == (
        "有 3 处改动这里用不上：借呗的“tides”、moon_loan的“a”、花呗账单的“b”。"
        "先留着，不起作用；可能是更新的版本存的，也可能和别的改动合不到一起。"
    )
    assert idle_sentence((), RULES) == ""


# --- the plan file, merging, copies -----------------------------------------------------------------------------------


def test_changes_are_saved_with_the_plan_and_in_its_snapshots(tmp_path):
    changed = with_rate(with_change(plan(), RULES, change("overdue", {"penalty_multiplier": "2"})), rate(TODAY, "0.03"))
    kept = with_snapshot(changed, "改过", TODAY)
    save_plan(tmp_path / "a.jiehua", kept)
    assert load_plan(tmp_path / "a.jiehua") == kept
    assert kept.snapshots[0].content["rule_changes"][0]["value"] == {"penalty_multiplier": "2"}


def test_two_windows_that_changed_different_rules_keep_both():
    base = with_change(plan(), RULES, change("rate.least", "0.0002"))
    mine = with_rate(with_change(base, RULES, change("rate.typical", "0.0005")), rate(TODAY, "0.03"))
    theirs = with_change(base, RULES, change("minimum_share", "0.2", Place(BILL)))
    theirs = with_rate(theirs, rate(date(2026, 3, 20), "0.029"))
    found = merged(base, mine, theirs)
    assert {each.path for each in found.rule_changes} == {"rate.least", "rate.typical", "minimum_share"}
    assert {str(each.since) for each in found.prime_rates} == {str(TODAY), "2026-03-20"}


def test_two_windows_that_changed_one_figure_differently_do_not_go_together():
    mine = with_change(plan(), RULES, change("overdue", {"penalty_multiplier": "2"}))
    theirs = with_change(plan(), RULES, change("overdue", {"penalty_rate": "0.001"}))
    assert merged(plan(), mine, theirs) is None
    both = with_change(plan(), RULES, change("overdue", {"penalty_multiplier": "1", "grace_days": 1}))
    one = with_change(both, RULES, change("overdue", {"penalty_multiplier": "2", "grace_days": 1}))
    other = with_change(both, RULES, change("overdue", {"penalty_multiplier": "1", "grace_days": 2}))
    assert merged(both, one, other) is None  # two and two days is what nobody said


def test_one_window_takes_back_what_the_other_one_left():
    base = with_change(plan(), RULES, change("rate.typical", "0.0005"))
    mine = without_change(base, RULES, base.rule_changes[0])
    theirs = with_change(base, RULES, change("year_days", 360))
    assert [each.path for each in merged(base, mine, theirs).rule_changes] == ["year_days"]


def test_an_anonymous_copy_keeps_changed_rates_and_leaves_out_amounts_and_what_is_not_known():
    changed = seed()
    for each in (
        change("overdue", {"penalty_multiplier": "2"}),
        change("principal.most", "12345"),
        change("minimum_share", "0.2", Place(BILL)),
    ):
        changed = with_change(changed, RULES, each)
    strange = change("tides", {"name": "张三"}).model_copy(update={"extra": "李四"})
    changed = changed.model_copy(update={"rule_changes": (*changed.rule_changes, strange)})
    changed = with_rate(changed, rate(TODAY, "0.03"))
    copy = anonymised(changed, Decimal("0.7"))
    assert [each.path for each in copy.rule_changes] == ["overdue", "minimum_share"]
    assert copy.prime_rates == changed.prime_rates
    assert "张三" not in copy.model_dump_json()
    assert anonymised(plan(), Decimal("0.7")).rule_changes == ()


def test_two_states_with_other_rules_say_so_and_are_worked_out_by_their_own():
    changed = with_change(seed(), RULES, change("day_count", "period"))
    rows = {row.label: (row.left, row.right) for row in changed_rows(side_by_side(seed(), changed, RULES, TODAY))}
    assert rows["自己改的规则"] == ("没有", "1 项")
    other = with_change(seed(), RULES, change("day_count", "30/360"))
    rows = [row.label for row in changed_rows(side_by_side(changed, other, RULES, TODAY))]
    assert "自己改的规则：其他" in rows


def test_the_first_figure_that_differs_is_where_undo_leads():
    changed = with_change(plan(), RULES, change("rate.typical", "0.0005"))
    assert first_differing(plan(), changed) == (JIEBEI, "rate.typical")
    assert first_differing(changed, plan()) == (JIEBEI, "rate.typical")
    assert first_differing(plan(), with_rate(plan(), rate(TODAY, "0.03"))) == (Place(LINES), f"{LPR}{TODAY}")
    assert first_differing(plan(), plan()) is None


def test_the_bill_in_force_is_shipped_where_no_figure_of_it_is_changed():
    changed = with_change(plan(), RULES, change("rate.typical", "0.0005"))
    assert rule_at(rules_of(changed, RULES, TODAY), Place(BILL)) is shipped_bill_rule()
    assert rule_at(RULES, Place("moon_loan", NEW)) is None
    assert sample_plan(SAMPLE_DAY).rule_changes == ()

"""The user's own figures in the place of shipped ones."""

from __future__ import annotations

import json
import shutil
import tomllib
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiebei_desktop.engine import ground, read_terms, schedule
from jiebei_desktop.engine.explain import Said
from jiebei_desktop.planning.why import ground_why
from jiebei_desktop.products import Confidence, book_of, figures, read_rules, shipped_rules, sources_named
from jiebei_desktop.products.bill import bill_rule, shipped_bill_rule
from jiebei_desktop.products.conditions import OverdueBase
from jiebei_desktop.products.own import BILL, LINES, OwnFigure, OwnRate, changed, is_own, own_paths
from jiebei_desktop.products.regulation import regulation, shipped_regulation
from jiebei_desktop.resources import resource
from jiebei_desktop.values import ProblemError
from tests.conftest import TODAY

RULES = shipped_rules()
NEW, OLD = date(2021, 11, 24), date(2017, 1, 1)


def own(path, value, rule="jiebei", since=NEW, made=TODAY):
    return OwnFigure(rule, since, path, json.dumps(value), made)


def test_a_changed_figure_is_the_users_and_keeps_what_ships_beside_it():
    rule = RULES.with_own([own("rate.typical", "0.0005")]).rule("jiebei")
    shipped = RULES.rule("jiebei").rate.typical
    figure = rule.rate.typical
    assert figure.value == Decimal("0.0005")
    assert figure.confidence is Confidence.HIGH
    assert [str(source.title) for source in sources_named(figure.sources, rule.sources)] == ["你自己改的"]
    assert rule.sources[figure.sources[0]].read == TODAY
    assert figure.views[0].value == shipped.value
    assert figure.views[0].sources == shipped.sources
    assert figure.views[0].note == shipped.note
    assert figure.views[1:] == shipped.views
    assert is_own(figure)
    assert not is_own(shipped)


def test_a_change_is_about_one_version_only():
    book = RULES.with_own([own("rate.typical", "0.0003", since=OLD)])
    assert book.rule("jiebei", date(2020, 1, 1)).rate.typical.value == Decimal("0.0003")
    assert book.rule("jiebei", date(2026, 1, 1)) == RULES.rule("jiebei")
    assert book.rules["jiebei"] == RULES.rules["jiebei"]


def test_other_products_stay_as_they_are_though_their_files_follow_the_changed_one():
    book = RULES.with_own([own("fee.by_periods.12", "0.09", "huabei_instalment", date(2020, 1, 1))])
    assert book.rule("huabei_instalment").fee_rate(12) == Decimal("0.09")
    assert book.rule("credit_pay") == RULES.rule("credit_pay")


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("rate.usual", "0.0004"),  # no such figure
        ("rate", "0.0004"),  # a group of figures
        ("rate.typical.value", "0.0004"),  # inside a figure
        ("name.zh", "别的"),  # no figure
        ("sources.lnmlw.title", "别的"),
        ("", 1),
        ("rate.typical", 0.0004),  # a float
        ("rate.typical", "0.7"),  # above the highest
        ("rate.typical", {"a": 1}),
        ("rate.typical", None),
        ("periods", []),
        ("periods", 12),
        ("periods", [12, 601]),
        ("methods", ["flat_fee"]),  # a product that charges interest
        ("year_days", 366),
        ("overdue", {"penalty_multiplier": "1", "penalty_rate": "0.1"}),
        ("overdue", {"penalty_multiplier": "1", "later": 1}),
        ("due_day", {"least_days": 15, "moved": {"28": 1}}),
        ("day_count", "by_moon"),
    ],
)
def test_what_is_not_right_changes_nothing_and_the_others_go_on(path, value):
    book = RULES.with_own([own(path, value), own("rate.least", "0.0002")])
    assert book.rule("jiebei") == RULES.with_own([own("rate.least", "0.0002")]).rule("jiebei")
    assert own_paths(book.rule("jiebei")) == {"rate.least"}


def test_changes_that_are_right_only_together_are_both_taken_in_whatever_their_order():
    both = [own("rate.typical", "0.0009"), own("rate.most", "0.001")]
    for order in (both, both[::-1]):
        book = RULES.with_own([*order, own("rate.least", "1")])  # which goes with nothing
        assert own_paths(book.rule("jiebei")) == {"rate.typical", "rate.most"}


HUABEI = ("huabei_instalment", date(2020, 1, 1))


def test_a_fee_for_one_more_number_of_instalments_is_the_users_alone_and_stands_in_order():
    rule = RULES.with_own([own("fee.by_periods.18", "0.126", *HUABEI), own("fee.by_periods.4", "0.03", *HUABEI)])
    fees = rule.rule("huabei_instalment").fee.by_periods
    assert list(fees) == [3, 4, 6, 9, 12, 18]
    assert (fees[18].value, fees[18].views, is_own(fees[18])) == (Decimal("0.126"), (), True)
    assert rule.rule("huabei_instalment").fee_rate(18) == Decimal("0.126")


@pytest.mark.parametrize(
    ("path", "product"),
    [
        ("fee.by_periods.0", HUABEI),
        ("fee.by_periods.018", HUABEI),
        ("fee.by_periods.601", HUABEI),
        ("fee.by_periods.１８", HUABEI),
        ("fee.by_periods.18.value", HUABEI),
        ("fee.by_periods.18", ("jiebei", NEW)),  # charges interest
        ("fee.by_periods.18", ("jiebei_instalment", date(2015, 1, 1))),  # charges the same every period
        ("cycles.15", (BILL, None)),
        ("fee.by_periods.18", (BILL, None)),
    ],
)
def test_nothing_else_can_be_added(path, product):
    book = RULES.with_own([own(path, "0.1", *product)])
    assert book.versions == RULES.versions
    assert bill_rule(book) == shipped_bill_rule()


@pytest.mark.parametrize("rule", [BILL, LINES])
def test_a_change_of_a_version_of_what_has_none_changes_nothing(rule):
    """Else it would be in force with no way back, as the page knows these rules without a day."""
    path = {BILL: "minimum_share", LINES: "assisted"}[rule]
    book = RULES.with_own([own(path, "0.2", rule, NEW), own(path, "0.3", rule, None)])
    found = {BILL: bill_rule(book).minimum_share.value, LINES: regulation(book).assisted.value}
    assert found[rule] == Decimal("0.3")


def test_a_product_begins_with_a_number_of_instalments_that_it_still_offers():
    def begins(*periods):
        return RULES.with_own([own("periods", list(periods))]).rule("jiebei").default_periods

    assert begins(3, 12, 24) == 12  # as it ships
    assert begins(3, 6, 24) == 6  # the longest below
    assert begins(18, 24) == 18  # none is below


def test_changes_of_what_is_not_known_are_kept_and_change_nothing():
    strange = [own("tides", 1, "moon_loan", date(2030, 1, 1)), own("rate.typical", "0.0005", since=date(2030, 1, 1))]
    book = RULES.with_own(strange)
    assert book.versions == RULES.versions
    assert book.own == tuple(strange)


def test_the_bill_and_the_lines_follow_the_book():
    book = RULES.with_own(
        [own("minimum_share", "0.2", BILL, None), own("cycles.1", [9], BILL, None), own("assisted", "0.2", LINES, None)]
    )
    assert bill_rule(book).minimum_share.value == Decimal("0.2")
    assert bill_rule(book).cycles[1].value == (9,)
    assert regulation(book).assisted.value == Decimal("0.2")
    assert bill_rule(RULES) == shipped_bill_rule()
    assert regulation(RULES) == shipped_regulation()
    assert shipped_bill_rule().minimum_share.value == Decimal("0.1")


def test_a_prime_rate_of_ones_own_is_in_force_from_its_day():
    book = RULES.with_own([], [OwnRate(date(2026, 3, 20), Decimal("0.029"), TODAY)])
    lines = regulation(book)
    assert lines.prime_rate(date(2026, 3, 19)).value == Decimal("0.03")
    assert lines.prime_rate(date(2026, 3, 20)).value == Decimal("0.029")
    assert is_own(lines.lpr[-1])
    assert lines.lpr[-1].views == ()
    assert [rate.since for rate in lines.lpr] == sorted(rate.since for rate in lines.lpr)


def test_a_prime_rate_of_a_shipped_day_keeps_the_shipped_one_beside_it():
    lines = regulation(RULES.with_own([], [OwnRate(date(2025, 5, 20), Decimal("0.0299"), TODAY)]))
    assert len(lines.lpr) == len(shipped_regulation().lpr)
    assert lines.lpr[-1].value == Decimal("0.0299")
    assert lines.lpr[-1].views[0].value == Decimal("0.03")
    assert lines.lpr[-1].views[0].sources == ("spglobal", "people")


def test_more_products_leave_the_users_figures_where_they_are():
    more = RULES.rule("jiebei").model_copy(update={"id": "own_1"})
    book = RULES.with_own([own("assisted", "0.2", LINES, None)]).with_rules([more])
    assert regulation(book).assisted.value == Decimal("0.2")


def test_changing_names_what_is_wrong():
    with pytest.raises(ProblemError) as caught:
        changed(RULES.rule("jiebei"), [own("overdue", {"penalty_rate": "2"})])
    assert caught.value.problem == ("overdue.value.penalty_rate", "不能大于 1")


TERMS = {"product": "jiebei", "principal": "6000", "periods": 6, "start_date": "2026-11-23", "method": "equal_payment"}


def test_why_a_figure_is_what_it_is_says_that_it_is_the_users():
    book = RULES.with_own([own("day_count", "period")])
    terms = read_terms({**TERMS, "rate": "0.0004", "rate_per": "day"}, book)
    basis = next(basis for basis in ground(terms, book.rule("jiebei")).bases if basis.figure == "day_count")
    assert basis.said is Said.RULE
    assert [str(source.title) for source in basis.sources] == ["你自己改的"]
    assert "计息天数：来自 你自己改的，2026-11-24（较可靠）。" in ground_why(terms, book.rule("jiebei"))


shares = st.decimals(min_value=0, max_value=1, places=6)
CHANGES = {
    "rate.typical": st.decimals(min_value="0.00015", max_value="0.0006", places=6).map(str),
    "day_count": st.sampled_from(["actual", "actual/365", "30/360", "period"]),
    "rounding": st.fixed_dictionaries(
        {"mode": st.sampled_from(["half_up", "down", "up"]), "step": st.sampled_from(["0.01", "0.1", "1"])}
    ),
    "year_days": st.sampled_from([360, 365]),
    "due_day": st.fixed_dictionaries(
        {
            "least_days": st.integers(0, 31),
            "moved": st.fixed_dictionaries({day: st.integers(1, 28) for day in ("29", "30", "31")}),
        }
    ),
    "overdue": st.fixed_dictionaries(
        {"penalty_multiplier": st.sampled_from(["1", "1.5", "2"]), "base": st.sampled_from([*map(str, OverdueBase)])}
    ),
    "early": st.fixed_dictionaries({"charge_rate": shares.map(str), "at_least_one_fee": st.booleans()}),
}
several = st.dictionaries(st.sampled_from(sorted(CHANGES)), st.none()).flatmap(
    lambda names: st.fixed_dictionaries({name: CHANGES[name] for name in names})
)


def written(folder, values):
    """Read the shipped files with values written into them: the second way to a changed rule."""
    shutil.copytree(resource("products"), folder)
    path = folder / "jiebei.toml"
    lines = []
    inside = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        inside = line.strip("[]") if line.startswith("[") else inside
        if inside in values and line.startswith("value = ") and not line.startswith("[["):
            line = f"value = {toml(values[inside])}"  # noqa: PLW2901 - the line as it is written
        lines.append(line)
    path.write_text("\n".join(lines), encoding="utf-8")
    assert tomllib.loads(path.read_text(encoding="utf-8"))["id"] == "jiebei"
    return read_rules(folder)


def toml(value):
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {toml(item)}" for key, item in value.items()) + " }"
    return json.dumps(value)


@settings(max_examples=40)  # each writes a folder of files
@given(values=several, start=st.dates(date(2022, 1, 1), date(2027, 12, 31)), rate=st.sampled_from(["0.0004", "0.0003"]))
def test_a_changed_rule_comes_to_what_a_file_with_that_value_comes_to(tmp_path_factory, values, start, rate):
    by_file = written(tmp_path_factory.mktemp("rules") / "products", values)
    by_user = RULES.with_own([own(path, value) for path, value in values.items()])
    assert by_file.broken == ()
    one, other = by_file.rule("jiebei"), by_user.rule("jiebei")
    assert {path: figure.value for path, figure in figures(one)} == {p: figure.value for p, figure in figures(other)}
    terms = {**TERMS, "start_date": str(start), "rate": rate, "rate_per": "day"}
    assert schedule(read_terms(terms, by_file)) == schedule(read_terms(terms, by_user))


def test_a_book_of_rules_has_nothing_of_the_users():
    assert book_of([RULES.rule("jiebei")]).own == ()

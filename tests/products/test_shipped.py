from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal

import pytest

from jiebei_desktop.products import Brand, Confidence, figures, shipped_rules
from jiebei_desktop.products.conditions import EarlyRule, FeesLeft, OverdueBase, OverdueRule
from jiebei_desktop.resources import resource
from jiebei_desktop.values import Method, RatePer

FILES = sorted(resource("products").glob("*.toml"))
RAW = {path.name: tomllib.loads(path.read_text(encoding="utf-8")) for path in FILES}


def is_chinese(text):
    return any("一" <= letter <= "鿿" for letter in text)


def raw_figures(data, path=""):
    """Find every table with a value in it, by walking the file itself."""
    if isinstance(data, dict):
        if "value" in data:
            yield path, data
        for key, item in data.items():
            yield from raw_figures(item, f"{path}.{key}" if path else key)
    elif isinstance(data, list):
        for number, item in enumerate(data):
            yield from raw_figures(item, f"{path}.{number}")


FIGURES = [(name, path, figure) for name, data in RAW.items() for path, figure in raw_figures(data)]
SOURCES = [(name, key, source) for name, data in RAW.items() for key, source in data.get("sources", {}).items()]


def test_all_products_are_read_and_no_file_is_broken():
    book = shipped_rules()
    assert [rule.id for rule in book.ordered] == [
        "jiebei",
        "jiebei_instalment",
        "huabei_instalment",
        "huabei_purchase",
        "credit_pay",
    ]
    assert book.broken == ()
    assert sum(map(len, book.versions.values())) == len(FILES)


@pytest.mark.parametrize(("file", "path", "figure"), FIGURES, ids=lambda value: value if isinstance(value, str) else "")
def test_every_figure_names_sources_that_are_there(file, path, figure):
    assert figure["sources"], path
    base = next((data for data in RAW.values() if data["id"] == RAW[file].get("same_as")), {})
    assert set(figure["sources"]) <= RAW[file].get("sources", {}).keys() | base.get("sources", {}).keys()


@pytest.mark.parametrize(
    ("file", "path", "figure"),
    [item for item in FIGURES if "views" not in item[1]],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_figure_in_force_says_how_sure_it_is(file, path, figure):
    assert figure["confidence"] in {"high", "medium", "low"}, (file, path)


@pytest.mark.parametrize(("file", "key", "source"), SOURCES, ids=lambda value: value if isinstance(value, str) else "")
def test_every_source_can_be_looked_up(file, key, source):
    assert is_chinese(source["title"]["zh"]), (file, key)
    assert source["title"]["en"].strip()
    assert not is_chinese(source["title"]["en"])
    assert source["address"].strip()
    assert isinstance(source["dated"], str)
    assert date(2026, 1, 1) <= source["read"] <= RAW[file]["version"]


@pytest.mark.parametrize(
    ("file", "text"),
    [(name, figure["note"]) for name, _, figure in FIGURES if "note" in figure]
    + [(name, data["name"]) for name, data in RAW.items() if "name" in data],
)
def test_names_and_notes_are_in_both_languages(file, text):
    assert is_chinese(text["zh"]), file
    assert text["en"].strip()
    assert not is_chinese(text["en"])


def test_every_figure_of_the_files_is_found_by_the_program():
    for data in RAW.values():
        if "same_as" in data:
            continue
        rule = shipped_rules().rule(data["id"], data["in_force_from"])
        in_force = sorted(path for path, _ in raw_figures(data) if "views" not in path)
        assert sorted(path for path, _ in figures(rule)) == in_force


# Sources: the daily rate of 0.04 % in lnmlw.com (icvcaxjrfi) and yuqile.com; 0.015 % to 0.06 % in
# 51caijin.com/post/1167, 815801.com/technology/163 and yuqile.com; terms in sunlonger.com/daikuan/64810; limits in
# en.4hw.com.cn/644/89386 and daoinsights.com, 2021-11; methods and day count in ieqm.com/fin/1452921, 2023-04-15.
@pytest.mark.parametrize(
    ("path", "value", "confidence"),
    [
        ("principal.least", Decimal(1000), "medium"),
        ("principal.most", Decimal(300000), "medium"),
        ("periods", (3, 6, 9, 12), "medium"),
        ("methods", (Method.EQUAL_PAYMENT, Method.INTEREST_FIRST, Method.BULLET, Method.EQUAL_PRINCIPAL), "medium"),
        ("year_days", 365, "high"),
        ("overdue", OverdueRule(penalty_multiplier=Decimal("1.5")), "high"),
        ("early", EarlyRule(fees_left=FeesLeft.NONE), "high"),
        ("day_count", "actual", "high"),
        ("rate.typical", Decimal("0.0004"), "medium"),
        ("rate.least", Decimal("0.00015"), "medium"),
        ("rate.most", Decimal("0.0006"), "medium"),
    ],
)
def test_the_figures_of_jiebei(path, value, confidence):
    figure = dict(figures(shipped_rules().rule("jiebei")))[path]
    assert (figure.value, figure.confidence) == (value, Confidence(confidence))


# Sources: fee card in en.doing.city, 2024-06, zhifou.net.cn, 2024-06-29, and yoykgkmgj.cn, 2025-07-07; least bill of
# 10 yuan in yoykgkmgj.cn; limits in en.4hw.com.cn/644/89386 and 15yb.com.
@pytest.mark.parametrize(
    ("path", "value", "confidence"),
    [
        ("principal.least", Decimal(10), "medium"),
        ("principal.most", Decimal(50000), "medium"),
        ("periods", (3, 6, 9, 12), "high"),
        ("methods", (Method.FLAT_FEE,), "high"),
        ("day_count", "period", "high"),
        ("overdue", OverdueRule(penalty_rate=Decimal("0.0005"), base=OverdueBase.OVERDUE_AMOUNT), "high"),
        ("early", EarlyRule(fees_left=FeesLeft.ALL), "medium"),
        ("fee.by_periods.3", Decimal("0.025"), "high"),
        ("fee.by_periods.6", Decimal("0.045"), "high"),
        ("fee.by_periods.9", Decimal("0.065"), "high"),
        ("fee.by_periods.12", Decimal("0.088"), "high"),
    ],
)
def test_the_figures_of_huabei(path, value, confidence):
    figure = dict(figures(shipped_rules().rule("huabei_instalment")))[path]
    assert (figure.value, figure.confidence) == (value, Confidence(confidence))


# Sources: 49028c.com, 2020-01-29 (0.045 % and 50,000 yuan), en.4hw.com.cn/644/89386 (3,000 yuan),
# 51caijin.com/post/1167 (30-day months).
@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("rate.typical", Decimal("0.00045")),
        ("principal.least", Decimal(3000)),
        ("principal.most", Decimal(50000)),
        ("day_count", "period"),
        ("year_days", 360),
    ],
)
def test_what_disagrees_about_jiebei_is_kept(path, value):
    figure = dict(figures(shipped_rules().rule("jiebei")))[path]
    assert [view.value for view in figure.views] == [value]


def test_interest_and_fees_round_half_up_to_the_fen():
    for rule in shipped_rules().rules.values():
        assert rule.rounding.value.mode == "half_up"
        assert rule.rounding.value.step == Decimal("0.01")


def test_jiebei_charges_a_daily_rate_and_huabei_a_fee():
    jiebei, huabei = (shipped_rules().rule(name) for name in ("jiebei", "huabei_instalment"))
    assert (jiebei.brand, huabei.brand) == (Brand.JIEBEI, Brand.HUABEI)
    assert (jiebei.rate.per, jiebei.fee, huabei.rate) == (RatePer.DAY, None, None)
    assert jiebei.rate.least.value < jiebei.rate.typical.value < jiebei.rate.most.value


@pytest.mark.parametrize("product", ["jiebei", "huabei_instalment"])
def test_the_default_number_of_periods_is_on_offer(product):
    rule = shipped_rules().rule(product)
    assert rule.default_periods == 12
    assert rule.default_periods in rule.periods.value


@pytest.mark.parametrize(("periods", "fee"), [(3, "0.025"), (6, "0.045"), (9, "0.065"), (12, "0.088")])
def test_the_fee_of_a_number_of_periods(periods, fee):
    assert shipped_rules().rule("huabei_instalment").fee_rate(periods) == Decimal(fee)


@pytest.mark.parametrize(("product", "periods"), [("huabei_instalment", 24), ("huabei_instalment", 0), ("jiebei", 12)])
def test_a_fee_that_no_source_knows_is_not_made_up(product, periods):
    assert shipped_rules().rule(product).fee_rate(periods) is None


def test_the_older_flavours_keep_their_price():
    book = shipped_rules()
    old = book.rule("jiebei", date(2020, 1, 29))
    assert (old.rate.typical.value, old.principal.most.value) == (Decimal("0.00045"), Decimal(50000))
    assert book.rule("jiebei_instalment").fee_rate(12) == Decimal("0.0780")  # 0.65 % a month
    assert book.rule("huabei_purchase").fee_rate(6) == Decimal("0.045")
    assert book.rule("huabei_purchase").fee_rate(9) is None  # not on offer


def test_credit_pay_follows_the_rules_of_huabei_instalments():
    book = shipped_rules()
    own, base = book.rule("credit_pay"), book.rule("huabei_instalment")
    assert str(own.name) == "信用购分期"
    assert (own.fee, own.overdue, own.early, own.periods) == (base.fee, base.overdue, base.early, base.periods)


def test_settling_huabei_early_is_told_three_ways():
    figure = shipped_rules().rule("huabei_instalment").early
    assert [figure.value.fees_left, *(view.value.fees_left for view in figure.views)] == ["all", "next", "none"]

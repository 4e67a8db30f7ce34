from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from jiebei_desktop.products import Brand, RuleBook, book_of, read_rules, shipped_rules
from jiebei_desktop.resources import resource
from jiebei_desktop.values import ProblemError

HUABEI = resource("products", "huabei_instalment.toml").read_text(encoding="utf-8")
JIEBEI = resource("products", "jiebei.toml").read_text(encoding="utf-8")
PER_MONTH = resource("products", "jiebei_instalment.toml").read_text(encoding="utf-8")


def changed(text, *pairs):
    for old, new in pairs:
        assert old in text, f"the rule file no longer holds {old!r}"
        text = text.replace(old, new, 1)
    return text


def own_fee(fee):
    """Return a second version of the rule with another fee for 3 instalments."""
    return ('[fee.by_periods.3]\nvalue = "0.025"', f'[fee.by_periods.3]\nvalue = "{fee}"')


@pytest.fixture
def write(tmp_path):
    """Return what writes a rule file into a folder and reads the folder."""

    def write_and_read(**files):
        for name, text in files.items():
            (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
        return read_rules(tmp_path)

    return write_and_read


def three_versions(write):
    since = "in_force_from = 2020-01-01"
    return write(
        b=changed(HUABEI, (since, "in_force_from = 2024-07-01"), own_fee("0.03")),
        a=changed(HUABEI, (since, "in_force_from = 2026-01-01"), own_fee("0.035")),
        c=HUABEI,
    )


@pytest.mark.parametrize(
    ("day", "fee"),
    [
        (date(2019, 12, 31), "0.025"),  # before all: the oldest
        (date(2020, 1, 1), "0.025"),
        (date(2024, 6, 30), "0.025"),
        (date(2024, 7, 1), "0.03"),
        (date(2025, 12, 31), "0.03"),
        (date(2026, 1, 1), "0.035"),
        (date(2199, 12, 31), "0.035"),
        (None, "0.035"),
    ],
)
def test_the_version_in_force_on_a_day(write, day, fee):
    assert three_versions(write).rule("huabei_instalment", day).fee_rate(3) == Decimal(fee)


def test_the_newest_version_is_the_one_on_offer(write):
    book = three_versions(write)
    assert book.broken == ()
    days = [rule.in_force_from for rule in book.versions["huabei_instalment"]]
    assert days == [date(2020, 1, 1), date(2024, 7, 1), date(2026, 1, 1)]
    assert [rule.in_force_from for rule in book.ordered] == [date(2026, 1, 1)]


def test_two_files_for_one_day_are_one_too_many(write):
    book = write(a=HUABEI, b=changed(HUABEI, own_fee("0.03")))
    assert [(broken.file, broken.key) for broken in book.broken] == [("b.toml", "id")]
    assert book.rule("huabei_instalment").fee_rate(3) == Decimal("0.025")


@pytest.mark.parametrize(
    ("day", "typical", "most"),
    [
        (date(2017, 1, 1), "0.00045", 50_000),
        (date(2021, 11, 23), "0.00045", 50_000),
        (date(2021, 11, 24), "0.0004", 300_000),
        (None, "0.0004", 300_000),
    ],
)
def test_jiebei_before_and_after_the_split_of_2021(day, typical, most):
    rule = shipped_rules().rule("jiebei", day)
    assert (rule.rate.typical.value, rule.principal.most.value) == (Decimal(typical), most)


def test_a_file_takes_what_it_leaves_out_from_the_newest_rule_of_another(write):
    three_versions(write)
    book = write(same='same_as = "huabei_instalment"\nid = "own"\nname = { zh = "甲", en = "A" }\n')
    own = book.rule("own")
    assert (str(own.name), own.fee_rate(3), own.in_force_from) == ("甲", Decimal("0.035"), date(2026, 1, 1))
    assert own.sources == book.rule("huabei_instalment").sources


def test_a_figure_of_its_own_keeps_the_sources_of_both_files(write):
    text = changed(
        'same_as = "huabei_instalment"\nid = "own"\n[sources.mine]\ntitle = { zh = "甲", en = "A" }\naddress = "-"\n'
        'dated = ""\nread = 2026-11-23\n[principal.least]\nvalue = "20"\nsources = ["mine"]\nconfidence = "low"\n'
        '[principal.most]\nvalue = "50"\nsources = ["4hw"]\nconfidence = "low"\n'
    )
    book = write(c=HUABEI, own=text)
    assert book.broken == ()
    assert {"mine", "4hw"} <= book.rule("own").sources.keys()
    assert book.rule("own").principal.least.value == 20


@pytest.mark.parametrize(
    "base",
    ['"nobody"', '"own"', '"other"', '["huabei_instalment"]', "1", '""'],
    ids=["unknown", "itself", "a chain", "a list", "a number", "empty"],
)
def test_a_file_that_follows_nothing_is_named(write, base):
    book = write(
        c=HUABEI,
        own=f'same_as = {base}\nid = "own"\n',
        other='same_as = "huabei_instalment"\nid = "other"\n',
    )
    assert [(broken.file, broken.key) for broken in book.broken] == [("own.toml", "same_as")]
    assert sorted(book.rules) == ["huabei_instalment", "other"]


def test_files_that_follow_each_other_are_both_named(write):
    book = write(a='same_as = "b"\nid = "a"\n', b='same_as = "a"\nid = "b"\n')
    assert [(broken.file, broken.key) for broken in book.broken] == [("a.toml", "same_as"), ("b.toml", "same_as")]


def test_sources_that_are_no_table_are_named_in_both_files(write):
    broken_base = "sources = 1\n" + HUABEI[: HUABEI.index("[sources.")]
    book = write(a=broken_base, b='same_as = "huabei_instalment"\nid = "own"\nsources = {}\n')
    assert {("a.toml", "sources"), ("b.toml", "periods")} <= {(broken.file, broken.key) for broken in book.broken}
    own = write(a=HUABEI, b='same_as = "huabei_instalment"\nid = "own"\nsources = 1\n')
    assert [(broken.file, broken.key) for broken in own.broken] == [("b.toml", "sources")]


def own_rule(**changes):
    return shipped_rules().rule("huabei_instalment").model_copy(update={"id": "own_1", "brand": Brand.OTHER, **changes})


def test_products_of_the_users_own_come_last():
    book = shipped_rules().with_rules([own_rule()])
    assert book.rule("own_1").brand is Brand.OTHER
    assert [rule.id for rule in book.ordered] == [*(rule.id for rule in shipped_rules().ordered), "own_1"]
    assert book.versions["jiebei"] == shipped_rules().versions["jiebei"]
    assert "own_1" not in shipped_rules().rules


def test_a_shipped_product_cannot_be_taken_over():
    with pytest.raises(ProblemError) as caught:
        shipped_rules().with_rules([own_rule(id="jiebei")])
    assert caught.value.problem.field == "id"
    assert "jiebei" in caught.value.problem.message


def test_broken_files_stay_known_when_products_are_added(write):
    book = write(c=HUABEI, broken="")
    assert book.with_rules([own_rule()]).broken == book.broken != ()


def test_the_brand_of_a_product():
    book = shipped_rules()
    brands = {product: book.brand(product) for product in (*book.rules, "gone")}
    assert brands == {
        "jiebei": Brand.JIEBEI,
        "jiebei_instalment": Brand.JIEBEI,
        "huabei_instalment": Brand.HUABEI,
        "huabei_purchase": Brand.HUABEI,
        "credit_pay": Brand.HUABEI,
        "gone": None,
    }


def test_a_book_of_no_rules():
    assert book_of([]) == RuleBook({}, (), {})


@pytest.mark.parametrize(
    ("text", "pair", "key"),
    [
        (JIEBEI, ("schema_version = 1", "schema_version = true"), "schema_version"),
        (JIEBEI, ("schema_version = 1", "schema_version = 1.5"), "schema_version"),
        (JIEBEI, ("in_force_from = 2021-11-24", ""), "in_force_from"),
        (JIEBEI, ("in_force_from = 2021-11-24", 'in_force_from = "soon"'), "in_force_from"),
        (JIEBEI, ("[year_days]\nvalue = 365", "[year_days]\nvalue = 364"), "year_days.value"),
        (JIEBEI, ("[year_days]\nvalue = 365", "[year_days]\nvalue = 0"), "year_days.value"),
        (
            JIEBEI,
            ("least_days = 15, moved = { 29 = 25", "least_days = 15, moved = { 29 = 29"),
            "due_day.value.moved.29",
        ),
        (JIEBEI, ('penalty_multiplier = "1.5"', 'penalty_multiplier = "-1"'), "overdue.value.penalty_multiplier"),
        (
            JIEBEI,
            ('penalty_multiplier = "1.5"', 'penalty_rate = "0.1", penalty_multiplier = "1"'),
            "overdue.value.penalty_multiplier",
        ),
        (
            JIEBEI,
            ('[early]\nvalue = { fees_left = "none" }', '[early]\nvalue = { fees_left = "some" }'),
            "early.value.fees_left",
        ),
        (JIEBEI, ('sources = ["t8p", "815801"]', 'sources = ["nobody"]'), "early.sources"),
        (JIEBEI, ("[year_days]\nvalue = 365", '[principal.middle]\nvalue = "1"'), "principal.middle"),
        (PER_MONTH, ("[fee.per_period]", "[fee.a_month]"), "fee.a_month"),
        (PER_MONTH, ('[fee.per_period]\nvalue = "0.0065"', '[fee.per_period]\nvalue = "65"'), "fee.per_period.value"),
        (
            PER_MONTH,
            (
                "[fee.per_period]",
                '[fee.by_periods.3]\nvalue = "0"\nsources = ["lnmlw"]\nconfidence = "low"\n[fee.per_period]',
            ),
            "fee.by_periods",
        ),
    ],
)
def test_a_broken_figure_of_the_newer_kinds_is_named(write, text, pair, key):
    book = write(broken=changed(text, pair))
    assert book.rules == {}
    assert key in [broken.key for broken in book.broken]


def test_a_fee_without_a_price_is_named(write):
    book = write(broken=PER_MONTH[: PER_MONTH.index("[fee.per_period]")] + "[fee]\n")
    assert [broken.key for broken in book.broken] == ["fee.by_periods"]


# 0.65 % a month of the principal, lnmlw.com (csfxqxohdx): 3 x 0.0065 = 0.0195.
@pytest.mark.parametrize(("periods", "fee"), [(3, "0.0195"), (12, "0.078"), (7, "0.0455")])
def test_a_fee_by_the_month_knows_every_number_of_periods(periods, fee):
    assert shipped_rules().rule("jiebei_instalment").fee_rate(periods) == Decimal(fee)


def test_a_rule_can_leave_the_limits_open(write):
    assert write(own=PER_MONTH).rule("jiebei_instalment").principal is None


# Draws on the 29th to the 31st: qumiaodong.com and 4idols.com against kexiaomei.com, 2021-03-31.
@pytest.mark.parametrize(("day", "in_force", "view"), [(29, 25, 1), (30, 26, 2), (31, 27, 3), (28, 28, 28)])
def test_the_due_day_of_a_draw(day, in_force, view):
    figure = shipped_rules().rule("jiebei").due_day
    (other,) = figure.views
    assert (figure.value.due_day(date(2026, 1, day)), other.value.due_day(date(2026, 1, day))) == (in_force, view)


# 14 days to the due day skip it, 15 do not.
@pytest.mark.parametrize(("drawn", "due"), [("2026-03-05", "2026-03-20"), ("2026-03-06", "2026-04-20")])
def test_a_draw_close_to_the_due_day_skips_it(drawn, due):
    rule = shipped_rules().rule("jiebei").due_day.value
    assert rule.first_due(date.fromisoformat(drawn), 20) == date.fromisoformat(due)


# x 1.5 on overdue principal: the bank's tables, gucheng.com (2022-06), dzyyw.com (2025-03-11); on all principal:
# yuqile.com; on overdue interest too: the bank's tables; x 1: 100glory.com.cn and anju.szhome.com.
def test_the_penalty_of_jiebei_is_told_five_ways():
    figure = shipped_rules().rule("jiebei").overdue
    told = [
        (rule.penalty_multiplier, rule.base, rule.on_interest, rule.adds_to_interest)
        for rule in (part.value for part in (figure, *figure.views))
    ]
    assert told == [
        (Decimal("1.5"), "overdue_principal", False, False),
        (Decimal("1.5"), "all_principal", False, False),
        (Decimal("1.5"), "overdue_principal", True, False),
        (Decimal("1.5"), "overdue_principal", False, True),
        (Decimal(1), "overdue_principal", False, False),
    ]


def test_whether_a_late_huabei_bill_compounds_is_told_two_ways():
    figure = shipped_rules().rule("huabei_instalment").overdue
    assert [part.value.compounding for part in (figure, *figure.views)] == ["none", "monthly"]


# 2.3, 4.5 and 7.5 % were once usual; no source was found.
@pytest.mark.parametrize(("periods", "fee"), [(3, "0.023"), (6, "0.045"), (12, "0.075")])
def test_the_fee_of_purchase_instalments_is_not_sure(periods, fee):
    figure = shipped_rules().rule("huabei_purchase").fee.by_periods[periods]
    assert (figure.value, figure.confidence) == (Decimal(fee), "low")


def test_settling_the_older_flavour_of_jiebei_early_has_a_charge():
    early = shipped_rules().rule("jiebei_instalment").early
    assert (early.value.charge_rate, early.value.at_least_one_fee) == (Decimal("0.03"), True)
    assert (early.value.fees_left, early.confidence) == ("none", "low")

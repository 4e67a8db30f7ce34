"""The lender's cost table from a loan, and the loan from its figures."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiebei_desktop.engine import rated_schedule, read_events, read_terms, schedule
from jiebei_desktop.planning.disclosure import Part, disclosure
from jiebei_desktop.planning.fitting import figures_typed, fit, read_figures
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.values import ProblemError, RatePer

RULES = shipped_rules()


def table(product, **terms):
    found = rated_schedule(read_terms({"product": product, "start_date": "2023-04-15", **terms}, RULES))
    return {(line.part, line.item): (line.amount, line.how) for line in disclosure(found, RULES.rule(product))}


def test_the_table_of_jiebei():  # 7.08 per 100: ieqm.com, 2023-04-15
    found = table("jiebei", principal="100", rate="0.00035")
    assert found[Part.LOAN, "本金"] == ("100.00", "")
    assert found[Part.COST, "利息"] == ("7.08", "按未还本金，日利率 0.035%")
    assert found[Part.COST, "本息和费用一共"][0] == "107.08"
    assert found[Part.LATE, "罚息"] == ("日利率的 1.5 倍", "按逾期的本金，宽限 0 天，不计复利")
    assert found[Part.EARLY, "提前结清费"] == ("没有", "")
    assert found[Part.ANNUAL, "名义年化"][0] == "12.82%"  # 0.035 % on 366 days


def test_a_daily_rate_is_annualised_on_both_bases_each_with_its_name():
    terms = read_terms({"product": "jiebei", "principal": "100", "start_date": "2023-04-15", "rate": "0.00045"}, RULES)
    lines = disclosure(rated_schedule(terms), RULES.rule("jiebei"))
    bases = [(line.amount, line.how) for line in lines if line.item == "日利率折年"]
    assert bases == [("16.425%", "日利率 × 365 天"), ("16.200%", "日利率 × 360 天")]


def test_the_table_of_huabei():  # 1,200 by 3 at 2.5 %: 52ps.vip, 2022-07-08
    found = table("huabei_instalment", principal="1200", periods=3)
    assert found[Part.COST, "手续费"] == ("30.00", "按最初本金收 2.5%，分 3 期")
    assert found[Part.ANNUAL, "名义年化"][0] == "14.94%"
    assert found[Part.LATE, "罚息"] == ("日利率 0.05%", "按逾期没还的金额，宽限 0 天，不计复利")
    assert found[Part.EARLY, "未到期的手续费"] == ("", "后面各期的手续费照收")


def test_a_product_whose_late_price_is_unknown_says_so():
    found = table("jiebei_instalment", principal="1000")
    assert found[Part.LATE, "罚息"] == ("", "没有查到，以合同为准")
    assert found[Part.EARLY, "提前结清费"] == ("剩余本金的 3%", "不少于一期的费用")


SHAPE = {"principal": "100", "periods": 12, "start_date": "2023-04-15"}


@pytest.mark.parametrize(
    ("annual", "reading"),
    [
        ("0.12775", "日利率 × 365"),
        ("0.126", "日利率 × 360"),
        ("0.1282", "名义年化（单利）"),
        ("0.1355", "实际年化（复利）"),
    ],
)
def test_the_annual_figure_is_recognised_on_any_basis(annual, reading):
    found = fit(read_figures(SHAPE | {"cost": "7.08", "instalment": "8.92", "annual": annual}))
    assert found.terms.rate == Decimal("0.00035")
    assert found.whole
    assert reading in found.findings[-1].message


def test_an_annual_figure_is_rounded_half_up_as_lenders_do():  # 0.045 % × 365 is 16.425 %
    assert fit(read_figures(SHAPE | {"annual": "0.1643"})).terms.rate == Decimal("0.00045")
    assert fit(read_figures(SHAPE | {"cost": "9.14", "annual": "0.1643"})).whole


def test_a_rate_at_which_the_next_fen_begins_is_not_taken():  # 50 × 30 days × 0.00035 is 0.525: 0.53
    shape = {"principal": "50", "periods": 1, "start_date": "2026-04-15"}
    found = fit(read_figures(shape | {"cost": "0.52"}))
    assert (found.terms.rate, found.whole) == (Decimal("0.000344"), True)


@pytest.mark.parametrize("annual", ["0", "10", "15", "20"])
def test_a_bare_percentage_does_not_fit_everything(annual):
    terms = read_terms({"product": "jiebei", **SHAPE}, RULES)
    assert not fit(figures_typed(terms, {"cost": "7.08", "annual": annual})).whole


def test_the_price_found_is_one_under_the_conventions_of_the_loan():
    loan = {"principal": "12000", "periods": 12, "start_date": "2026-01-15", "method": "equal_payment", "rate": "0.01"}
    terms = read_terms(loan | {"rate_per": "month", "coupons": [{"share": "0.5"}]}, RULES)
    cost = schedule(terms).totals.cost
    price = fit(figures_typed(terms, {"cost": str(cost)})).terms.rate
    assert schedule(terms.model_copy(update={"rate": price, "rate_per": RatePer.DAY})).totals.cost == cost


def test_the_figures_of_small_loans_go_up_and_down_and_are_found_all_the_same():
    shape = {"principal": "1949.61", "periods": 24, "start_date": "2023-01-22"}
    figures = {"cost": "739.72", "instalment": "112.06", "payment": "2689.33", "annual": "0.3260"}
    assert fit(read_figures(shape | figures)).whole


def test_the_table_is_that_of_the_loan_as_agreed():
    terms = read_terms({"product": "jiebei", "principal": "12000", "start_date": "2026-01-15"}, RULES)
    settled = schedule(terms, read_events([{"type": "settlement", "date": "2026-03-01"}]))
    assert disclosure(settled, None) == disclosure(schedule(terms), None)


def test_the_figure_that_disagrees_is_named():
    found = fit(read_figures(SHAPE | {"cost": "7.08", "instalment": "8.92", "payment": "107.08", "annual": "0.18"}))
    assert found.terms.rate == Decimal("0.00035")
    assert [finding.figure for finding in found.findings if not finding.fits] == ["annual"]
    assert "18.00%" in found.findings[-1].message


def test_a_flat_fee_is_found():
    shape = {"principal": "1200", "periods": 3, "start_date": "2026-01-15", "method": "flat_fee"}
    found = fit(read_figures(shape | {"cost": "30.00", "instalment": "410.00", "annual": "0.1494"}))
    assert (found.terms.fee_rate, found.whole) == (Decimal("0.025"), True)


@pytest.mark.parametrize("figure", ["annual", "instalment", "payment", "cost"])
def test_one_figure_is_enough(figure):
    given = {"annual": "0.146", "instalment": "1080.49", "payment": "12965.91", "cost": "965.91"}
    shape = {"principal": "12000", "periods": 12, "start_date": "2026-01-15"}
    found = fit(read_figures(shape | {figure: given[figure]}))
    assert found.whole
    assert abs(found.terms.rate - Decimal("0.0004")) < Decimal("0.000003")


@pytest.mark.parametrize(
    ("figures", "field"),
    [
        ({"principal": "12000", "periods": 5, "instalment": "1300"}, "instalment"),
        ({"payment": "99.99"}, "payment"),
        ({}, "cost"),
        ({"cost": "-1"}, "cost"),
        ({"annual": "13"}, "annual"),
        ({"cost": 7.08}, "cost"),
        ({"periods": 0}, "periods"),
        ({"cost": "100000"}, "cost"),
    ],
)
def test_what_cannot_be_is_named(figures, field):
    with pytest.raises(ProblemError) as caught:
        fit(read_figures(SHAPE | figures))
    assert caught.value.problem.field == field


def test_figures_are_taken_as_they_are_typed():
    terms = read_terms({"product": "jiebei", "principal": "12000", "start_date": "2026-01-15"}, RULES)
    figures = figures_typed(terms, {"cost": "¥965.91", "annual": "14.6%", "payment": " "})
    assert (figures.cost, figures.annual, figures.payment) == (Decimal("965.91"), Decimal("0.146"), None)
    assert figures.first_due_date == date(2026, 2, 15)
    assert figures_typed(terms, {"cost": "", "annual": ""}) is None
    with pytest.raises(ProblemError) as caught:
        figures_typed(terms, {"cost": "abc"})
    assert caught.value.problem.field == "cost"


@given(
    st.integers(100_00, 300_000_00),
    st.integers(1, 12),
    st.integers(15, 60),
    st.sampled_from(["equal_payment", "equal_principal", "interest_first", "bullet"]),
)
@settings(max_examples=40)
def test_the_table_leads_back_to_terms_that_give_it(fen, periods, rate, method):
    terms = read_terms(
        {
            "product": "jiebei",
            "principal": f"{Decimal(fen) / 100:.2f}",
            "periods": periods,
            "start_date": "2026-01-15",
            "method": method,
            "rate": f"{Decimal(rate) / 100_000:f}",
        },
        RULES,
    )
    found = rated_schedule(terms)
    figures = {
        "principal": terms.principal,
        "periods": periods,
        "start_date": terms.start_date,
        "first_due_date": terms.first_due_date,
        "method": method,
        "cost": found.totals.cost,
        "instalment": found.rows[0].payment,
        "payment": found.totals.payment,
        "annual": found.rates.nominal_annual.quantize(Decimal("0.0001"), ROUND_HALF_UP),
    }
    assert fit(read_figures(figures)).whole

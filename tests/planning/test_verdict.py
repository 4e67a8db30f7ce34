"""Every claim of the sentence about a comparison, held against trying it out."""

import re
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from jiebei_desktop import text
from jiebei_desktop.engine.bill import Pay
from jiebei_desktop.money import percent
from jiebei_desktop.planning.columns import column
from jiebei_desktop.planning.comparison import Compared, compare
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.planning.offers import BillOption, Comparison, OfferOption
from jiebei_desktop.planning.verdict import _One, _pair, verdict
from jiebei_desktop.planning.worked import OfferWorked
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.values import Method

RULES = shipped_rules()
STARTS = [date(2026, 11, 23), date(2027, 1, 31)]

interest = st.builds(
    OfferOption,
    product=st.just("jiebei"),
    periods=st.sampled_from([3, 6, 9, 12, 24]),
    method=st.sampled_from([Method.EQUAL_PAYMENT, Method.EQUAL_PRINCIPAL, Method.INTEREST_FIRST, Method.BULLET]),
    rate=st.integers(15, 60).map(lambda count: Decimal(count) / 100_000) | st.just(Decimal("0.00035014")),
    start_date=st.none() | st.sampled_from(STARTS),
)
fees = st.builds(
    OfferOption,
    product=st.just("huabei_instalment"),
    periods=st.sampled_from([3, 6, 9, 12]),
    method=st.just(Method.FLAT_FEE),
    fee_rate=st.integers(0, 120).map(lambda count: Decimal(count) / 1000) | st.none(),
)
bills = st.builds(BillOption, pay=st.sampled_from(Pay), statement_day=st.integers(1, 28), due_day=st.integers(1, 28))
comparisons = st.builds(
    Comparison,
    amount=st.integers(1_000, 100_000).map(Decimal),
    start_date=st.just(STARTS[0]),
    options=st.lists(interest | fees | bills, min_size=2, max_size=5).map(tuple),
    base=st.integers(0, 4),
    early_period=st.integers(1, 12),
    prepayment=st.none() | st.integers(100, 5_000).map(Decimal),
)


def figure(pattern: str, said: str) -> str | None:
    found = re.search(pattern, said)
    return found and found[1]


def at_price(compared: Compared, one: _One, percent: str) -> Decimal:
    option = one.found.option
    assert isinstance(option, OfferOption)
    field = "fee_rate" if option.method is Method.FLAT_FEE else "rate"
    other = option.model_copy(update={field: Decimal(percent) / 100})
    return column(compared.comparison, other, RULES).worked.cost


@given(comparisons)
def test_what_is_said_is_so(comparison):
    compared = compare(Plan(name="", comparison=comparison), RULES)
    said = verdict(compared)
    able = [_One(place, compared.names[place], compared.columns[place], worked) for place, worked in compared.able]
    if len(able) < 2:
        assert "才能比较" in said.headline
        return
    best, other, cheapest = _pair(compared, able)
    one, another = best.worked, other.worked
    assert one.cost <= another.cost
    base = compared.columns[comparison.base_place]
    if base.worked and len({each.found.option for each in able}) == len(able) > 1 and not compared.same:
        assert base in (best.found, other.found)
    saved = figure(r"少付 ([\d,.]+) 元", said.headline)
    if saved:
        assert Decimal(saved.replace(",", "")) == another.cost - one.cost
        assert best.called in said.headline
        assert other.called in said.headline
    if "同样" in said.headline:
        assert (one.start, one.dues[-1].due_date) == (another.start, another.dues[-1].due_date)
    if cheapest:
        assert cheapest.called in said.headline
        real = [each for each in able if getattr(each.found.option, "pay", None) is not Pay.MINIMUM]
        assert cheapest.worked.cost == min(each.worked.cost for each in real) < one.cost
    check_reason(compared, best, other, said.reason)
    left_out = "提前还款" in said.aside
    assert left_out is not any(isinstance(each, OfferWorked) and bool(each.event) for each in (one, another))


def check_reason(compared: Compared, best: _One, other: _One, reason: str) -> None:
    one, another = best.worked, other.worked
    shown = [percent(each.rates.effective_annual) for each in (one, another)]
    if one.cost < another.cost:
        assert ("实际年化一样" in reason) is (shown[0] == shown[1])
    if "更低" in reason or "只有" in reason:
        assert shown[0] != shown[1]
    if "因为借得短" in reason:
        assert one.dues[-1].due_date - one.start < another.dues[-1].due_date - another.start
    if "本金还得早" in reason:
        assert one.debt_days < another.debt_days
    varied = next((each for each in (best, other) if each.method not in {Method.FLAT_FEE, None}), None)
    varied = varied or next((each for each in (best, other) if each.method is not None), best)
    against = another if varied is best else one
    above = figure(r"涨到 ([\d.]+)%", reason)
    if above:
        assert varied is best
        for factor in (Decimal(1), Decimal("1.001"), Decimal("1.2")):
            assert at_price(compared, varied, str(Decimal(above) * factor)) > against.cost
    below = figure(r"到 ([\d.]+)% 以下", reason)
    if below:
        assert varied is other
        for factor in (Decimal(1), Decimal("0.999"), Decimal("0.7")):
            assert at_price(compared, varied, str(Decimal(below) * factor)) <= against.cost
    run = re.search(r"第 (?:(\d+) 到 )?(\d+) 期(或更早)?就?一次还清", reason)
    if run:
        last = int(run[2])
        first = 1 if run[3] else int(run[1] or last)
        assert all(another.early(period) < one.early(period) for period in range(first, last + 1))
    late = figure(r"晚 (\d+) 天或更久", reason)
    if late:
        assert all(another.cost + another.late(day) < one.cost + one.late(day) for day in range(int(late), 91))
    month = re.search(r"但 (\d+) 年 (\d+) 月要拿得出 ([\d,.]+) 元", reason)
    if month:
        amount = Decimal(month[3].replace(",", ""))
        paid = (due for due in one.dues if (due.due_date.year, due.due_date.month) == (int(month[1]), int(month[2])))
        assert amount == sum(due.payment for due in paid)


@given(comparisons)
def test_english_says_all_of_it_in_english(comparison):
    text.use(text.ENGLISH)
    said = verdict(compare(Plan(name="", comparison=comparison), RULES))
    text.use(text.CHINESE)
    assert not re.search(r"[\u4e00-\u9fff]", f"{said.headline}{said.reason}{said.aside}")

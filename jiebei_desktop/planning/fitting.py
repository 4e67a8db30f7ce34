"""From the lender's table back to the loan: which terms give the figures that it shows, and which figure disagrees."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from jiebei_desktop.calendar import DayCount
from jiebei_desktop.engine import Schedule, Terms, checked_terms, schedule
from jiebei_desktop.money import FEN, HUNDRED, ONE, ZERO, grouped, percent, plain, round_to, typed
from jiebei_desktop.planning.price_search import first_price, shortest
from jiebei_desktop.products.conditions import Coupon
from jiebei_desktop.text import pick, translate
from jiebei_desktop.values import (
    Day,
    Frozen,
    Method,
    Money,
    Periods,
    Principal,
    ProblemError,
    Rate,
    RatePer,
    Rounding,
    checked,
)

_PLACES = 10
_STEP = Decimal(1).scaleb(-13)
_SIMPLE_YEARS = (365, 360)
_LEAST_PLACES = 3
"""An annual rate is held to a tenth of a percent at least: a bare 10 % does not fit 14.94 %."""
_NEAR = 8
Range = tuple[Decimal, Decimal]
_SHAPE = ("principal", "periods", "start_date", "first_due_date", "method", "day_count", "rounding", "coupons")


class Figures(Frozen):
    """What the table shows. Money is yuan; `annual` is a share, on whatever basis the lender took.

    Attributes:
        instalment: the first one.
        day_count, rounding, coupons: of the loan that the price is for.
    """

    principal: Principal
    periods: Periods
    start_date: Day
    first_due_date: Day | None = None
    method: Method = Method.EQUAL_PAYMENT
    day_count: DayCount = DayCount.ACTUAL
    rounding: Rounding = Rounding()
    coupons: tuple[Coupon, ...] = ()
    cost: Money | None = None
    instalment: Money | None = None
    payment: Money | None = None
    annual: Rate | None = None


class Finding(NamedTuple):
    """One figure held against the terms that fit best."""

    figure: str
    given: Decimal
    computed: Decimal
    fits: bool
    message: str


class Fit(NamedTuple):
    """The terms that fit most of the figures, and how each of them stands to those."""

    terms: Terms
    findings: tuple[Finding, ...]

    @property
    def whole(self) -> bool:
        """Tell whether every figure fits."""
        return all(finding.fits for finding in self.findings)


def read_figures(data: object) -> Figures:
    """Read figures.

    Raises:
        ProblemError: the first thing that is wrong, with its field.
    """
    return checked(Figures, data)


def figures_typed(terms: Terms, texts: Mapping[str, str]) -> Figures | None:
    """Return the figures that were typed for a loan of this shape, `annual` in percent; None where nothing was.

    Raises:
        ProblemError: a text is no number, or the figure can't be; with its field.
    """
    given: dict[str, Decimal] = {}
    for name, text in texts.items():
        if text.strip():
            try:
                given[name] = typed(text)
            except ValueError as error:
                raise ProblemError(name, str(error)) from None
    if not given:
        return None
    if "annual" in given:
        given["annual"] = given["annual"].scaleb(-2)  # keeps the zeros that were typed
    return read_figures({name: getattr(terms, name) for name in _SHAPE} | given)


def fit(figures: Figures) -> Fit:
    """Return the terms that fit the figures best; the shortest rate that does is taken.

    Raises:
        ProblemError: nothing was given to find a price from, or no price gives any of it.
    """
    _possible(figures)
    shape = _shape(figures)
    ranges = list(_ranges(figures, shape))
    best = _best(figures, shape, _prices(ranges))
    if best is None:
        raise ProblemError("cost", translate("Fitting", "给出利息、每期金额、总额、年化里的一个，而且要是还得清的"))
    if not best.whole and all(_is_near(finding, figures.periods) for finding in best.findings):
        best = max(best, _best(figures, shape, _neighbours(ranges)) or best, key=_agreeing)
    return best


def _best(figures: Figures, shape: Terms, prices: Iterable[Decimal]) -> Fit | None:
    """Return the first price on which most figures agree; None where there is no price."""
    best: Fit | None = None
    for price in dict.fromkeys(prices):
        found = _with_price(shape, price)
        tried = Fit(found.terms, tuple(_findings(figures, found)))
        if best is None or _agreeing(tried) > _agreeing(best):
            best = tried
        if best.whole:
            break
    return best


def _is_near(finding: Finding, periods: int) -> bool:
    """Tell whether rounding alone may be why a figure does not fit: a fen each period."""
    return finding.figure == "annual" or abs(finding.given - finding.computed) <= FEN * periods


def _possible(figures: Figures) -> None:
    least = figures.principal
    for name, whole in (("payment", figures.payment), ("instalment", _all_instalments(figures))):
        if whole is not None and whole < least:
            text = translate("Fitting", "{whole} 元连本金 {principal} 元都不够，这一项不对")
            raise ProblemError(name, text.format(whole=grouped(whole), principal=grouped(least)))


def _all_instalments(figures: Figures) -> Decimal | None:
    if figures.instalment is None or figures.method is not Method.EQUAL_PAYMENT:
        return None
    return figures.instalment * figures.periods + figures.periods / HUNDRED  # each may be cut off to the fen


def _prices(ranges: Sequence[Range]) -> Iterator[Decimal]:
    """Yield the shortest price that each figure alone would give, then those that two of them would."""
    yield from (shortest(low, high, _PLACES) for low, high in ranges)
    for one, other in combinations(ranges, 2):
        low, high = max(one[0], other[0]), min(one[1], other[1])
        if low <= high:
            yield shortest(low, high, _PLACES)


def _neighbours(ranges: Sequence[Range]) -> Iterator[Decimal]:
    """Yield prices close by, the shortest first.

    Rounding to the fen lets the figures of a loan go a little up and down as the rate rises.
    """
    for places in range(_LEAST_PLACES, _PLACES - 1):
        step = Decimal(1).scaleb(-places)
        for low, high in ranges:
            middle = round_to((low + high) / 2, step=step)
            yield from (price for near in range(-_NEAR, _NEAR + 1) if ZERO <= (price := middle + step * near) <= ONE)


def _ranges(figures: Figures, shape: Terms) -> Iterator[Range]:
    """Yield, for each figure and each reading of the annual one, the prices that give it."""
    cost = figures.cost
    if cost is None and figures.payment is not None:
        cost = figures.payment - figures.principal
    measures: list[tuple[Decimal | None, Callable[[Schedule], Decimal]]] = [
        (cost, lambda found: found.totals.cost),
        (figures.instalment, lambda found: found.rows[0].payment),
    ]
    annual = figures.annual
    if annual is not None:
        step = _step_of(annual)
        measures.append((annual, lambda found: round_to(found.rates.nominal_annual, step=step)))
        measures.append((annual, lambda found: round_to(found.rates.effective_annual, step=step)))
    for target, measure in measures:
        if target is not None:
            found = _range(shape, measure, target)
            if found is not None:
                yield found
    if annual is not None and figures.method is not Method.FLAT_FEE:
        half = _step_of(annual) / 2
        yield from (((annual - half) / days, (annual + half) / days - _STEP) for days in _SIMPLE_YEARS)


def _range(shape: Terms, measure: Callable[[Schedule], Decimal], target: Decimal) -> Range | None:
    """Return between which prices the measure is the target; the place where it jumps over it where none hits it."""

    def reaches(price: Decimal) -> bool:
        return measure(_with_price(shape, price)) >= target

    def exceeds(price: Decimal) -> bool:
        return measure(_with_price(shape, price)) > target

    most = ONE if shape.method is Method.FLAT_FEE else Decimal("0.02")
    try:
        if not reaches(most):
            return None
        low = first_price(reaches, most, _STEP)
        return low, max(low, first_price(exceeds, most, _STEP) - _STEP)
    except ProblemError:
        return None


def _shape(figures: Figures) -> Terms:
    """Return the loan without a price."""
    return checked_terms({name: getattr(figures, name) for name in _SHAPE} | {"rate_per": RatePer.DAY})


def _with_price(shape: Terms, price: Decimal) -> Schedule:
    return schedule(shape.model_copy(update={"fee_rate" if shape.method is Method.FLAT_FEE else "rate": price}))


def _agreeing(found: Fit) -> int:
    return sum(finding.fits for finding in found.findings)


def _findings(figures: Figures, found: Schedule) -> Iterator[Finding]:
    sums = {
        "cost": (figures.cost, found.totals.cost),
        "instalment": (figures.instalment, found.rows[0].payment),
        "payment": (figures.payment, found.totals.payment),
    }
    for name, (given, computed) in sums.items():
        if given is not None:
            text = translate("Fitting", "{given} 元，算出来也是")
            if given != computed:
                text = translate("Fitting", "{given} 元，算出来是 {computed} 元，差 {gap} 元")
            words = {"given": grouped(given), "computed": grouped(computed), "gap": grouped(abs(given - computed))}
            yield Finding(name, given, computed, given == computed, text.format(**words))
    if figures.annual is not None:
        yield _annual_finding(figures.annual, found)


def _annual_finding(given: Decimal, found: Schedule) -> Finding:
    """Hold an annual rate against each reading of it; the lender's rounding is that of the given figure."""
    step = _step_of(given)
    rates, daily = found.rates, found.terms.rate
    readings = [
        (translate("Fitting", "名义年化（单利）"), rates.nominal_annual),
        (translate("Fitting", "实际年化（复利）"), rates.effective_annual),
    ]
    if found.terms.method is not Method.FLAT_FEE:
        simple = translate("Fitting", "日利率 × {days}")
        readings = [*((simple.format(days=days), daily * days) for days in _SIMPLE_YEARS), *readings]
    for name, rate in readings:
        if round_to(rate, step=step) == given:
            text = translate("Fitting", "{given}，是{name}").format(given=_share(given), name=name)
            return Finding("annual", given, rate, fits=True, message=text)
    listed = pick("；", "; ").join(f"{name} {percent(rate)}" for name, rate in readings)
    text = translate("Fitting", "{given}，和哪种算法都对不上：{listed}").format(given=_share(given), listed=listed)
    return Finding("annual", given, rates.nominal_annual, fits=False, message=text)


def _step_of(given: Decimal) -> Decimal:
    """Return the last decimal of a figure: to this it was rounded."""
    return Decimal(1).scaleb(min(int(given.as_tuple().exponent), -_LEAST_PLACES))


def _share(value: Decimal) -> str:
    return f"{plain(value * HUNDRED)}%"

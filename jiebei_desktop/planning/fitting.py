"""From the lender's table back to the loan: which terms give the figures that it shows, and which figure disagrees."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import ROUND_CEILING, Decimal
from typing import NamedTuple

from pydantic import ValidationError

from jiebei_desktop.engine import Schedule, Terms, checked_terms, rated_schedule
from jiebei_desktop.money import HUNDRED, ONE, ZERO, grouped, percent, plain, typed
from jiebei_desktop.text import translate
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
    problems_of,
)

_PLACES = 10
_STEP = Decimal(1).scaleb(-13)
_SIMPLE_YEARS = (365, 360)


class Figures(Frozen):
    """What the table shows. Money is yuan; `annual` is a share, on whatever basis the lender took.

    Attributes:
        instalment: the first one.
    """

    principal: Principal
    periods: Periods
    start_date: Day
    first_due_date: Day | None = None
    method: Method = Method.EQUAL_PAYMENT
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
    try:
        return Figures.model_validate(data)
    except ValidationError as error:
        problem = problems_of(error)[0]
        raise ProblemError(problem.field, problem.message) from None


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
        given["annual"] /= HUNDRED
    shape = {name: getattr(terms, name) for name in ("principal", "periods", "start_date", "first_due_date", "method")}
    return read_figures(shape | given)


def fit(figures: Figures) -> Fit:
    """Return the terms that fit the figures best; the shortest rate that does is taken.

    Raises:
        ProblemError: nothing was given to find a price from, or no price gives any of it.
    """
    _possible(figures)
    best: Fit | None = None
    for price in _prices(figures):
        found = _with_price(figures, price)
        tried = Fit(found.terms, tuple(_findings(figures, found)))
        if best is None or _agreeing(tried) > _agreeing(best):
            best = tried
    if best is None:
        raise ProblemError("cost", translate("Fitting", "给出利息、每期金额、总额、年化里的一个，而且要是还得清的"))
    return best


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


def _prices(figures: Figures) -> Iterator[Decimal]:
    """Yield the prices that one of the figures alone would give."""
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
        measures.append((annual, lambda found: found.rates.nominal_annual.quantize(step)))
        measures.append((annual, lambda found: found.rates.effective_annual.quantize(step)))
    for target, measure in measures:
        if target is not None:
            price = _price(figures, measure, target)
            if price is not None:
                yield price
    if annual is not None and figures.method is not Method.FLAT_FEE:
        yield from (_shortest(annual / days - _STEP, annual / days + _STEP) for days in _SIMPLE_YEARS)


def _price(figures: Figures, measure: Callable[[Schedule], Decimal], target: Decimal) -> Decimal | None:
    """Return the shortest price whose measure is the target; the nearest below where none hits it."""

    def reaches(price: Decimal) -> bool:
        return measure(_with_price(figures, price)) >= target

    def exceeds(price: Decimal) -> bool:
        return measure(_with_price(figures, price)) > target

    most = ONE if figures.method is Method.FLAT_FEE else Decimal("0.02")
    try:
        if not reaches(most):
            return None
        return _shortest(_first(reaches, most), _first(exceeds, most))
    except ProblemError:
        return None


def _first(holds: Callable[[Decimal], bool], most: Decimal) -> Decimal:
    """Return where something that holds from some price on begins to hold."""
    low, high = ZERO, most
    if holds(low):
        return low
    while high - low > _STEP:
        middle = (low + high) / 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high


def _shortest(low: Decimal, high: Decimal) -> Decimal:
    """Return the number of fewest decimals from `low` up to `high`."""
    for places in range(_PLACES + 1):
        step = Decimal(1).scaleb(-places)
        number = low.quantize(step, rounding=ROUND_CEILING)
        if low <= number <= high:
            return max(number, ZERO)
    return max(low.quantize(Decimal(1).scaleb(-_PLACES)), ZERO)


def _with_price(figures: Figures, price: Decimal) -> Schedule:
    flat = figures.method is Method.FLAT_FEE
    data: dict[str, object] = {
        "principal": figures.principal,
        "periods": figures.periods,
        "start_date": figures.start_date,
        "first_due_date": figures.first_due_date,
        "method": figures.method,
        "rate_per": RatePer.DAY,
        "fee_rate" if flat else "rate": price,
    }
    return rated_schedule(checked_terms(data))


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
        if rate.quantize(step) == given:
            text = translate("Fitting", "{given}，是{name}").format(given=_share(given), name=name)
            return Finding("annual", given, rate, fits=True, message=text)
    listed = "；".join(f"{name} {percent(rate)}" for name, rate in readings)
    text = translate("Fitting", "{given}，和哪种算法都对不上：{listed}").format(given=_share(given), listed=listed)
    return Finding("annual", given, rates.nominal_annual, fits=False, message=text)


def _step_of(given: Decimal) -> Decimal:
    """Return the last decimal of a figure: to this it was rounded."""
    return Decimal((0, (1,), int(given.as_tuple().exponent)))


def _share(value: Decimal) -> str:
    return f"{plain(value * HUNDRED)}%"

"""Remarks on a price that is high or looks mistyped: with source and date, never an error, never a judgement."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from jiebei_desktop.engine import Schedule, Terms
from jiebei_desktop.money import percent, percent_exact
from jiebei_desktop.planning.why import names_of
from jiebei_desktop.planning.wording import joined, method_name
from jiebei_desktop.products import Source, sources_named
from jiebei_desktop.products.regulation import Regulation
from jiebei_desktop.text import translate
from jiebei_desktop.values import TIMES_A_YEAR, Method, RatePer

_BEYOND_BELIEF = Decimal("0.6")
"""0.05 a month or 0.00164 a day: nobody lends at that, so a point or a unit is wrong."""


class Remark(NamedTuple):
    """What is remarked on a field: in a line, what there is to know about it, and the sources that it rests on."""

    field: str
    message: str
    detail: str = ""
    sources: tuple[Source, ...] = ()

    @property
    def whole(self) -> str:
        """Return the remark with its detail and sources."""
        sources = (
            translate("Warnings", "来源：{sources}。").format(sources=names_of(self.sources)) if self.sources else ""
        )
        return joined(self.message, self.detail, sources)


def rate_warnings(found: Schedule, regulation: Regulation) -> tuple[Remark, ...]:
    """Return what is to be remarked on a schedule's annual rate, the gravest first."""
    terms, nominal = found.terms, found.rates.nominal_annual
    field = "fee_rate" if terms.method is Method.FLAT_FEE else "rate"
    mistyped = None if terms.method is Method.FLAT_FEE else typed_rate_warning(terms.rate, terms.rate_per)
    remarks = [*filter(None, (mistyped,)), *_unused(terms)]
    assisted, private, micro = regulation.assisted, regulation.private_multiple, regulation.microloan_multiple
    if nominal > assisted.value:
        text = translate("Warnings", "名义年化 {rate} 高于 {line}%（助贷的线）。")
        message = text.format(rate=percent(nominal), line=percent_exact(assisted.value))
        remarks.append(Remark(field, message, str(assisted.note), sources_named(assisted.sources, regulation.sources)))
    prime = regulation.prime_rate(terms.start_date)
    if prime is not None and nominal > prime.value * private.value:
        text = translate(
            "Warnings", "名义年化 {rate} 高于 {times} 倍 LPR {line}%（民间借贷的线，{since} 起 LPR {prime}%）。"
        )
        message = text.format(
            rate=percent(nominal),
            times=private.value,
            line=percent_exact(prime.value * private.value),
            prime=percent_exact(prime.value),
            since=prime.since,
        )
        sources = sources_named((*prime.sources, *private.sources, *micro.sources), regulation.sources)
        remarks.append(Remark(field, message, joined(str(private.note), str(micro.note)), sources))
    return tuple(remarks)


def typed_rate_warning(rate: Decimal, rate_per: RatePer) -> Remark | None:
    """Remark on a rate that looks typed in the wrong unit: 35 % a day where 0.035 % was meant; None on any other."""
    a_year = rate * TIMES_A_YEAR[rate_per]
    if a_year < _BEYOND_BELIEF:
        return None
    text = translate("Warnings", "{rate}% 折成一年是 {year}%，看看是不是小数点或单位填错了")
    return Remark("rate", text.format(rate=percent_exact(rate), year=percent_exact(a_year)))


def _unused(terms: Terms) -> list[Remark]:
    """Remark on a price that the way of paying back does not use."""
    name = "rate" if terms.method is Method.FLAT_FEE else "fee_rate"
    if not getattr(terms, name):
        return []
    return [
        Remark(name, translate("Warnings", "{method} 用不到这一项，没有计入").format(method=method_name(terms.method)))
    ]

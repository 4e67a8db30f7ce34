"""How the engine's results are written as JSON: decimal strings, ISO dates."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from jiebei_desktop.calc.asking import RATE_PLACES
from jiebei_desktop.engine import Ground, Piece, Rates, Row, Schedule, Terms, ground
from jiebei_desktop.money import FEN, RoundingMode, plain, round_to
from jiebei_desktop.products import ProductRule, Source

_UNROUNDED = Decimal("1E-10")


def money(terms: Terms) -> Callable[[Decimal], str]:
    """Return how yuan are written: with two places, more only where the terms round finer or not at all."""
    if terms.rounding.mode is RoundingMode.NONE:
        return unrounded
    return _two_places if terms.rounding.step == FEN else plain


def unrounded(value: Decimal) -> str:
    """Write what was not rounded, cut where nobody looks any more."""
    return plain(round_to(value, step=_UNROUNDED))


def _two_places(value: Decimal) -> str:
    text = str(value)
    return text if text[-3:-2] == "." else f"{value:.2f}"  # most amounts have two places already


def schedule_written(found: Schedule) -> dict[str, Any]:
    """Write rows, totals and rates."""
    write = money(found.terms)
    return {
        "rows": [_row(row, write) for row in found.rows],
        "totals": totals_written(found),
        "rates": rates_written(found.rates),
    }


def totals_written(found: Schedule) -> dict[str, str]:
    """Write the sums of the columns."""
    write = money(found.terms)
    return {name: write(getattr(found.totals, name)) for name in found.totals._fields}


def rates_written(rates: Rates) -> dict[str, str]:
    """Write annual rates as shares."""
    return {name: plain(getattr(rates, name), RATE_PLACES) for name in rates._fields}


def _row(row: Row, write: Callable[[Decimal], str]) -> dict[str, Any]:
    written = {
        "period": row.period,
        "start_date": row.start_date.isoformat(),
        "due_date": row.due_date.isoformat(),
        "days": row.days,
        "opening_balance": write(row.opening_balance),
        "principal": write(row.principal),
        "interest": write(row.interest),
        "fee": write(row.fee),
        "payment": write(row.payment),
        "balance": write(row.balance),
    }
    return written if row.event is None else written | {"event": row.event}


def explained(found: Schedule, rule: ProductRule | None) -> dict[str, Any]:
    """Write how every row's figures came about, and whose word they rest on."""
    terms = found.terms
    return {"rows": [_why(row, terms) for row in found.rows], "rule": _ground(ground(terms, rule))}


def _why(row: Row, terms: Terms) -> dict[str, Any]:
    rounding = terms.rounding
    written: dict[str, Any] = {
        "interest": [_piece(piece, terms) for piece in row.pieces],
        "interest_exact": unrounded(row.interest_exact),
        "fee": [
            {
                "kind": part.kind.value,
                "exact": unrounded(part.exact),
                "amount": plain(part.amount),
            }
            for part in row.fees
        ],
        "rounding": {"mode": rounding.mode.value, "step": plain(rounding.step, 0)},
    }
    if row.instalment is not None:
        written["instalment"] = {
            "rule": row.instalment.rule.value,
            "balance": money(terms)(row.instalment.balance),
            "periods": row.instalment.periods,
            "exact": unrounded(row.instalment.exact),
            "amount": money(terms)(row.instalment.amount),
            "mode": (rounding.instalment_mode or rounding.mode).value,
            "step": plain(rounding.instalment_step or rounding.step, 0),
        }
    return written


def _piece(piece: Piece, terms: Terms) -> dict[str, Any]:
    return {
        "start_date": piece.start_date.isoformat(),
        "end_date": piece.end_date.isoformat(),
        "days": piece.days,
        "balance": money(terms)(piece.balance),
        "rate": plain(piece.rate, 0),
        "rate_per": piece.rate_per.value,
        "day_count": terms.day_count.value,
        "coupon": plain(piece.off, 0),
        "exact": unrounded(piece.exact),
    }


def _ground(found: Ground) -> dict[str, Any]:
    return {
        "product": found.product,
        "version": found.version.isoformat() if found.version else None,
        "figures": {
            basis.figure: {
                "said": basis.said.value,
                "confidence": basis.confidence.value if basis.confidence else None,
                "sources": [_source(source) for source in basis.sources],
            }
            for basis in found.bases
        },
    }


def _source(source: Source) -> dict[str, str]:
    return {
        "title": str(source.title),
        "address": source.address,
        "dated": source.dated,
        "read": source.read.isoformat(),
    }

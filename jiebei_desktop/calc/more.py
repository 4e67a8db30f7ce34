"""The kinds that are asked now and then; what they need is loaded only with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from jiebei_desktop.calc.asking import RATE_PLACES, Rules, only, rule_of, terms_given, terms_read, under
from jiebei_desktop.engine import read_events, schedule
from jiebei_desktop.engine.bill import Bill, bills, read_bill_request
from jiebei_desktop.money import ZERO, plain
from jiebei_desktop.planning.disclosure import disclosure
from jiebei_desktop.planning.fitting import fit, read_figures
from jiebei_desktop.products.bill import shipped_bill_rule
from jiebei_desktop.values import Method


def answer_bill(request: Mapping[str, Any], rules: Rules) -> dict[str, Any]:
    """Answer with the bills of an account."""
    del rules
    rule = shipped_bill_rule()
    asked = read_bill_request({name: value for name, value in request.items() if name not in {"id", "kind"}}, rule)
    return _bills_written(bills(asked.purchases, asked.pay, asked, rule, asked.until))


def answer_disclose(request: Mapping[str, Any], rules: Rules) -> dict[str, Any]:
    """Answer with the cost table of a loan."""
    only(request, "terms", "events")
    terms = under("terms", lambda: terms_read(terms_given(request), rules))
    lines = disclosure(schedule(terms, read_events(request.get("events"))), rule_of(terms, rules))
    return {"lines": [line._asdict() for line in lines]}


def answer_fit(request: Mapping[str, Any], rules: Rules) -> dict[str, Any]:
    """Answer with the price behind a lender's figures."""
    del rules
    only(request, "figures")
    found = under("figures", lambda: fit(read_figures(request.get("figures"))))
    price = "fee_rate" if found.terms.method is Method.FLAT_FEE else "rate"
    return {
        "fits": found.whole,
        "terms": {price: plain(getattr(found.terms, price), RATE_PLACES), "rate_per": found.terms.rate_per.value},
        "findings": [
            {"figure": finding.figure, "fits": finding.fits, "message": finding.message} for finding in found.findings
        ],
    }


def _bills_written(found: Sequence[Bill]) -> dict[str, Any]:
    """Write bills, and what they come to."""
    sums = {
        "purchases": sum((bill.new for bill in found), ZERO),
        "interest": sum((bill.interest for bill in found), ZERO),
        "paid": sum((bill.paid for bill in found), ZERO),
    }
    return {
        "bills": [_bill_written(bill) for bill in found],
        "totals": {name: plain(amount) for name, amount in sums.items()},
    }


def _bill_written(bill: Bill) -> dict[str, Any]:
    names = ("new", "carried", "interest", "total", "minimum", "paid", "rest")
    written: dict[str, Any] = {
        "statement_date": bill.statement_date.isoformat(),
        "due_date": bill.due_date.isoformat(),
        "purchases": [
            {"date": bought.date.isoformat(), "amount": plain(bought.amount), "free_days": bought.free_days}
            for bought in bill.purchases
        ],
        **{name: plain(getattr(bill, name)) for name in names},
    }
    if bill.revolving is not None:
        written["why"] = {
            "balance": plain(bill.revolving.balance),
            "rate": plain(bill.revolving.rate, 0),
            "days": bill.revolving.days,
            "exact": plain(bill.revolving.exact),
        }
    return written

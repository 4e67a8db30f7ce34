"""A small plan that the golden files are of: two loans, one of them late and partly paid, and a budget."""

from __future__ import annotations

from datetime import date

from jiebei_desktop.planning.document import Plan
from tests.conftest import TODAY

LATE = {
    "id": "late",
    "name": "=装修",
    "product": "jiebei",
    "periods": 3,
    "method": "equal_principal",
    "rate": "0.0004",
    "rate_per": "day",
    "principal": "3000",
    "start_date": "2026-08-25",
    "unpaid_from": 2,
    "events": [{"type": "payment", "date": "2026-11-04", "amount": "500"}],
}
"""1,000 a month and 0.04 % a day: 37.20 for 31 days on 3,000, 24.00 for 30 on 2,000, 12.40 for 31 on 1,000."""
PHONE = {
    "id": "phone",
    "name": "手机",
    "product": "huabei_instalment",
    "periods": 3,
    "method": "flat_fee",
    "fee_rate": "0.025",
    "principal": "1200",
    "start_date": "2026-10-20",
}
"""400 a month and a third of 2.5 % of 1,200 each time: 410.00."""


def small_plan(*loans: dict[str, object], **more: object) -> Plan:
    """Return the plan; with other loans, or without its budget, where they are given."""
    budget = {
        "as_of": TODAY.isoformat(),
        "accounts": [{"id": "card", "name": "工资卡", "balance": "1000"}],
        "entries": [
            {"id": "pay", "name": "工资", "kind": "income", "amount": "4000", "day": 15},
            {"id": "living", "name": "生活", "amount": "2000", "day": 1},
        ],
    }
    options = [
        {"product": "jiebei", "periods": 3, "method": "equal_principal", "rate": "0.0004", "rate_per": "day"},
        {"product": "huabei_instalment", "periods": 3, "method": "flat_fee", "fee_rate": "0.025"},
    ]
    data = {
        "name": "小计划",
        "loans": loans or (LATE, PHONE),
        "comparison": {
            "amount": "3000",
            "start_date": date(2026, 8, 25),
            "options": [{"kind": "offer", **option} for option in options],
        },
        "budget": budget,
    }
    return Plan.model_validate({**data, **more})

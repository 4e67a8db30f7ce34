from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from jiebei_desktop.products.conditions import Coupon, CouponOf, DueDayRule, OverdueRule
from jiebei_desktop.values import problems_of

RULE = DueDayRule(least_days=15, moved={29: 25, 30: 26, 31: 27})


# From the draw to the due day: fewer than 15 days skip it; on the due day itself and after it the next one is meant.
@pytest.mark.parametrize(
    ("drawn", "due_day", "first"),
    [
        ("2026-01-15", None, "2026-02-15"),  # the first draw fixes the day: a month later
        ("2026-01-31", None, "2026-02-27"),  # the 27th in its place; 27 days
        ("2026-01-29", None, "2026-02-25"),
        ("2026-02-28", None, "2026-03-28"),
        ("2026-03-05", 20, "2026-03-20"),  # 15 days
        ("2026-03-06", 20, "2026-04-20"),  # 14 days
        ("2026-03-20", 20, "2026-04-20"),
        ("2026-03-21", 5, "2026-04-05"),  # 15 days
        ("2026-03-22", 5, "2026-05-05"),
        ("2026-12-25", 5, "2027-02-05"),  # 11 days, over the new year
    ],
)
def test_the_first_due_date(drawn, due_day, first):
    assert RULE.first_due(date.fromisoformat(drawn), due_day) == date.fromisoformat(first)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"days": 7, "periods": 1}, "days"),
        ({"days": 7, "of": CouponOf.FEE}, "days"),
        ({"share": "0"}, "share"),
        ({"share": "1.1"}, "share"),
    ],
)
def test_a_coupon_that_cannot_be_is_refused(given, field):
    with pytest.raises(ValidationError) as caught:
        Coupon(**given)
    assert [problem.field for problem in problems_of(caught.value)] == [field]


@pytest.mark.parametrize("given", [{}, {"days": 7}, {"of": CouponOf.FEE, "periods": 3}, {"share": "0.5", "periods": 1}])
def test_a_coupon_that_can_be(given):
    assert Coupon(**given).share == Decimal(given.get("share", "1"))


@pytest.mark.parametrize("given", [{}, {"penalty_multiplier": "1.5", "penalty_rate": "0.0005"}])
def test_a_penalty_has_one_price(given):
    with pytest.raises(ValidationError) as caught:
        OverdueRule(**given)
    assert [problem.field for problem in problems_of(caught.value)] == ["penalty_multiplier"]

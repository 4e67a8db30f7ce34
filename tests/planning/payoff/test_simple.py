"""Plain debts: public figures, figures by hand, everything tried on tiny cases, and what is proven."""

import json
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiebei_desktop.calc import answers
from jiebei_desktop.planning.payoff import answer, read_asked
from jiebei_desktop.planning.payoff.simple import follow
from jiebei_desktop.planning.payoff.simple_best import interest_bound
from tests.planning.payoff.brute import least_interest, month_interest

FEN = Decimal("0.01")


def debt(name, balance, rate, minimum, rate_per="year"):
    return {"name": name, "balance": balance, "rate": rate, "rate_per": rate_per, "minimum": minimum}


def ask(debts, budget, strategy, **more):
    request = {"id": 1, "kind": "payoff", "debts": debts, "budget": budget, "strategy": strategy, **more}
    (result,) = answers(json.dumps([request]).encode(), lambda: None)
    return result


def balances(debts, result):
    """What is owed after each month, from the answer alone."""
    owed, found = [Decimal(each["balance"]) for each in debts], []
    for month in result["allocation"]:
        owed = [
            left + month_interest(each, left) - Decimal(paid)
            for each, left, paid in zip(debts, owed, month, strict=True)
        ]
        assert min(owed) >= 0
        found.append(sum(owed))
    return owed, found


# --- public figures ---------------------------------------------------------------------------------------------------


def test_a_public_table_of_balances_comes_out():
    # github.com/nielse63/node-debt-snowball (MIT), src/__fixtures__: 14.99 % and 6.55 % a year, 100 on top of the
    # minimums, the dearer first. Its table keeps fractions of a cent, so that it may be a cent or two off.
    debts = [debt("Credit Card", "5000", "0.1499", "120"), debt("Student Loan", "1000", "0.0655", "40")]
    table = """
    5807.92 5613.68 5417.26 5218.63 5017.77 4814.65 4609.24 4401.52 4191.45 3979.01 3764.18 3546.92 3327.20 3105.00
    2880.27 2653.00 2423.16 2190.71 1955.62 1717.86 1477.41 1234.23 988.27 739.52 487.94 233.49
    """
    result = ask(debts, "260", "avalanche")
    _, found = balances(debts, result)
    assert result["allocation"][0] == ["220.00", "40.00"]
    for ours, theirs in zip(found, map(Decimal, table.split()), strict=False):
        assert abs(ours - theirs) <= Decimal("0.05")
    assert [str(each) for each in found[:4]] == ["5807.92", "5613.68", "5417.26", "5218.63"]


@pytest.mark.parametrize(("order", "interest"), [(["1", "2"], "201.30"), (["2", "1"], "197.93")])
def test_public_totals_come_out(order, interest):
    # github.com/bradymholt/debt-paydown-calculator (Apache-2.0), test/calculator.ts; it rounds at the end only
    debts = [debt("1", "3000", "0.155", "38.75"), debt("2", "500", "0.1725", "50")]
    result = ask(debts, "488.75", "custom", order=order)
    assert abs(Decimal(result["total_interest"]) - Decimal(interest)) <= FEN


def test_a_public_number_of_payments_comes_out():
    # the same: 5,839 at 18.75 % first, 400 on top of minimums of 200 and 75, takes 11 payments
    debts = [debt("1", "5839", "0.1875", "200"), debt("2", "1250", "0.0825", "75")]
    assert ask(debts, "675", "custom", order=["1", "2"])["cleared"][0] == 11


# --- by hand ----------------------------------------------------------------------------------------------------------

TWO = [debt("A", "1000", "0.01", "100", "month"), debt("B", "500", "0.02", "50", "month")]


def test_by_hand_the_dearer_first():
    # 1: A 1010.00, B 510.00: 100 + 50, 250 to B. 2: A 919.10, B 214.20: B is cleared, 85.80 over to A.
    # 3: A 740.63. 4: 340.63 + 3.41.
    result = ask(TWO, "400", "avalanche")
    assert result["allocation"] == [["100.00", "300.00"], ["185.80", "214.20"], ["400.00", "0.00"], ["344.04", "0.00"]]
    assert result["total_interest"] == "44.04"
    assert (result["months"], result["order"], result["cleared"]) == (4, ["B", "A"], [4, 2])


def test_by_hand_the_other_order():
    # 1: 350 to A, 50 to B. 2: A 666.60, B 469.20: 350 and 50. 3: A 319.77, B 427.58: A is cleared, 80.23 to B.
    # 4: B 354.30.
    result = ask(TWO, "400", "custom", order=["A", "B"])
    assert result["allocation"] == [["350.00", "50.00"], ["350.00", "50.00"], ["319.77", "80.23"], ["0.00", "354.30"]]
    assert result["total_interest"] == "54.30"


def test_the_smallest_first_ties_to_the_dearer():
    debts = [debt("A", "500", "0.1", "0"), debt("B", "500", "0.2", "0"), debt("C", "100", "0", "0")]
    assert ask(debts, "300", "snowball")["order"] == ["C", "B", "A"]


def test_the_dearest_first_ties_to_the_smaller():
    debts = [
        debt("A", "500", "0.12", "0"),
        debt("B", "400", "0.01", "0", "month"),
        debt("C", "1", "0.0004", "0", "day"),
    ]
    assert ask(debts, "300", "avalanche")["order"] == ["C", "B", "A"]


@pytest.mark.parametrize(
    ("balance", "rate", "rate_per", "interest"),
    [
        ("1000", "0.0005", "day", "15.21"),  # 1000 × 0.0005 × 365 / 12 = 15.2083…
        ("60", "0.001", "year", "0.01"),  # 0.005: half up
        ("59.99", "0.001", "year", "0.00"),
        ("100", "0.015", "month", "1.50"),
    ],
)
def test_a_month_s_interest(balance, rate, rate_per, interest):
    result = ask([debt("A", balance, rate, "0", rate_per)], "2000", "snowball")
    assert result["total_interest"] == interest


# --- budgets ----------------------------------------------------------------------------------------------------------


def test_a_budget_by_month_whose_last_amount_goes_on():
    result = ask([debt("A", "100", "0", "0")], ["10", "0", "30"], "avalanche")
    assert result["allocation"] == [["10.00"], ["0.00"], ["30.00"], ["30.00"], ["30.00"]]


def test_minimums_are_paid_in_the_order_as_far_as_the_money_goes():
    debts = [debt("A", "100", "0", "40"), debt("B", "90", "0", "40"), debt("C", "80", "0", "40")]
    result = ask(debts, ["100", "300"], "snowball")
    assert result["allocation"] == [["20.00", "40.00", "40.00"], ["80.00", "50.00", "40.00"]]


def test_a_minimum_is_never_more_than_is_owed_and_is_not_lent_to_others():
    debts = [debt("A", "30", "0", "50"), debt("B", "200", "0", "50")]
    result = ask(debts, "100", "custom", order=["B", "A"])
    assert result["allocation"][0] == ["30.00", "70.00"]


def test_nothing_owed_is_over_at_once():
    result = ask([debt("A", "0", "0.1", "10")], "100", "optimal")
    assert (result["months"], result["allocation"], result["cleared"]) == (0, [], [0])
    assert (result["total_interest"], result["lower_bound"], result["gap"]) == ("0.00", "0.00", "0")


@pytest.mark.parametrize(
    ("debts", "budget", "said"),
    [
        ([debt("A", "1000", "0.02", "0", "month")], "20", "20.00"),
        ([debt("A", "1000", "0.02", "0", "month")], ["500", "10"], "10.40"),
        ([debt("A", "100", "0.2", "0", "month"), debt("B", "1000", "0", "10")], "25", "利息"),
        ([debt("A", "1000", "0", "0")], ["10", "0"], "0.00"),
    ],
)
def test_a_budget_that_never_clears_the_debts_is_refused(debts, budget, said):
    for strategy in ("snowball", "avalanche", "optimal"):
        error = ask(debts, budget, strategy)["error"]
        assert error["field"] == "budget"
        assert said in error["message"]


def test_much_interest_at_first_is_no_reason_to_refuse():
    # 30.00 of interest against 25.00, yet the dear debt shrinks and then the cheap one does
    result = ask([debt("A", "100", "0.2", "0", "month"), debt("B", "1000", "0.01", "0", "month")], "25", "avalanche")
    assert result["cleared"][0] < result["cleared"][1] == result["months"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"debts": []}, "debts"),
        ({"debts": [debt("A", 100.0, "0.1", "0")]}, "debts.0.balance"),
        ({"debts": [debt("A", "100", 0.1, "0")]}, "debts.0.rate"),
        ({"debts": [debt("A", "100", "0.1", "0"), debt("A", "50", "0.1", "0")]}, "debts.1.name"),
        ({"debts": [debt("", "100", "0.1", "0")]}, "debts.0.name"),
        ({"debts": [debt("A", "100", "0.1", "0", "week")]}, "debts.0.rate_per"),
        ({"debts": [debt("A", "100.001", "0.1", "0")]}, "debts.0.balance"),
        ({"debts": [debt("A", "-1", "0.1", "0")]}, "debts.0.balance"),
        ({"debts": [{"name": "A"}]}, "debts.0.balance"),
        ({"budget": "0"}, "budget"),
        ({"budget": 10.5}, "budget"),
        ({"budget": None}, "budget"),
        ({"budget": []}, "budget"),
        ({"budget": ["0", "0"]}, "budget"),
        ({"budget": ["5", "-1"]}, "budget.1"),
        ({"budget": ["5", "1.234"]}, "budget.1"),
        ({"strategy": "fastest"}, "strategy"),
        ({"strategy": None}, "strategy"),
        ({"strategy": "custom"}, "order"),
        ({"strategy": "custom", "order": ["A", "A"]}, "order"),
        ({"order": ["A"]}, "order"),
        ({"note": "?"}, "note"),
    ],
)
def test_what_is_wrong_is_named(change, field):
    request = {"debts": [debt("A", "100", "0.1", "0")], "budget": "50", "strategy": "snowball"} | change
    result = ask(
        **{name: value for name, value in request.items() if name in {"debts", "budget", "strategy"}}
        | {name: value for name, value in request.items() if name not in {"debts", "budget", "strategy"}}
    )
    assert result["error"]["field"] == field


# --- the optimum ------------------------------------------------------------------------------------------------------


@st.composite
def tiny(draw):
    rates = st.sampled_from(["0", "0.01", "0.03", "0.1"])
    debts = [
        debt(
            f"D{place}",
            str(Decimal(draw(st.integers(1, 300_00))) / 100),
            draw(rates),
            str(draw(st.integers(0, 20))),
            "month",
        )
        for place in range(draw(st.integers(1, 3)))
    ]
    owed = sum(Decimal(each["balance"]) for each in debts)
    minimums = sum(int(each["minimum"]) for each in debts)
    budget = [str(minimums + int(owed / draw(st.integers(2, 3))) + 30) for _ in range(draw(st.integers(1, 2)))]
    return debts, budget


@settings(max_examples=60, derandomize=True)
@given(tiny())
def test_nothing_that_is_tried_is_cheaper_than_the_optimum(case):
    debts, budget = case
    best = ask(debts, budget, "optimal")
    tried = least_interest(debts, [Decimal(each) for each in budget], steps=2, most_months=best["months"] + 1)
    total, bound = Decimal(best["total_interest"]), Decimal(best["lower_bound"])
    assert bound <= tried
    assert total <= tried
    assert best["gap"] == "0"


@settings(max_examples=60, derandomize=True)
@given(tiny(), st.sampled_from(["snowball", "avalanche", "optimal"]))
def test_sums_hold(case, strategy):
    debts, budget = case
    result = ask(debts, budget, strategy)
    owed, _ = balances(debts, result)
    assert not any(owed)
    for month, paid in enumerate(result["allocation"]):
        there = Decimal(budget[min(month, len(budget) - 1)])
        spent = sum(map(Decimal, paid))
        assert spent == there or (spent < there and month == result["months"] - 1)
    paid = sum(Decimal(amount) for month in result["allocation"] for amount in month)
    assert paid == sum(Decimal(each["balance"]) for each in debts) + Decimal(result["total_interest"])
    assert max(result["cleared"]) == result["months"]


@pytest.mark.parametrize("seed", range(8))
def test_the_optimum_is_never_above_a_rule_and_never_below_its_bound(seed):
    debts = [
        debt(
            f"D{place}",
            str(500 + (place * 7919 + seed * 104729) % 15000),
            str(Decimal((place * 31 + seed * 17) % 30) / 100),
            str((place * 13 + seed) % 90),
        )
        for place in range(3 + seed)
    ]
    budget = str(sum(int(each["balance"]) for each in debts) // 20)
    best = ask(debts, budget, "optimal")
    rules = [Decimal(ask(debts, budget, rule)["total_interest"]) for rule in ("snowball", "avalanche")]
    assert Decimal(best["lower_bound"]) <= Decimal(best["total_interest"]) <= min(rules)
    assert best["gap"] == "0"


def test_the_bound_holds_for_any_order_of_many_debts():
    asked = read_asked(
        {
            "debts": [debt(f"D{place}", str(1000 + place * 111), f"0.{place + 1}", "20") for place in range(6)],
            "budget": "600",
            "strategy": "snowball",
        }
    )
    debts = [each.simple() for each in asked.debts]
    bound = interest_bound(debts, asked.budget, answer(asked).plan.months)
    for first in range(6):
        order = [first, *(place for place in range(6) if place != first)]
        assert bound.least <= follow(debts, asked.budget, order).total_interest


def test_the_optimum_s_order_is_that_of_the_money_beyond_the_minimums():
    result = ask([*TWO, debt("C", "10", "0", "10", "month")], "400", "optimal")
    assert result["order"] == ["B", "A", "C"]


def test_a_process_writes_nothing_but_the_answer(capfd):
    ask(TWO, "400", "optimal")
    assert capfd.readouterr() == ("", "")

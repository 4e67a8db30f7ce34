"""Two people's changes to one plan put together, or told to be a conflict."""

import json
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jiebei_desktop.files.plan_file import load_plan
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.planning.merging import merged
from jiebei_desktop.values import ProblemError, checked

PLANS = Path(__file__).parent.parent / "data" / "plans"
BASE = load_plan(PLANS / "0.1.0.jiehua")
DROP = object()


def parts(data, path):
    """Return what holds the last part of a path, and that part; parts of lists are found by id or name."""
    *way, last = path.split("/")
    for step in way:
        data = data[place(data, step)]
    return data, place(data, last)


def place(data, step):
    if isinstance(data, list):
        return next((n for n, part in enumerate(data) if step in {part.get("id"), part.get("name")}), len(data))
    return step


def changed(changes, plan=BASE):
    """Return a plan with changes by path; `DROP` takes away, a path that is not there in a list adds at its end."""
    data = plan.model_dump(mode="json")
    for path, value in changes.items():
        holder, last = parts(data, path)
        if value is DROP:
            del holder[last]
        elif isinstance(holder, list) and last == len(holder):
            holder.append(value)
        else:
            holder[last] = value
    return checked(Plan, data)


def loan(loan_id, **more):
    return BASE.loan("early").model_dump(mode="json") | {"id": loan_id} | more


def account(account_id, **more):
    return {"id": account_id, "name": "", "balance": "100.00", "counts": True} | more


def snapshot(name, content, made="2026-11-24"):
    return {"name": name, "made": made, "content": content}


SCENARIO = BASE.scenarios[0].model_dump(mode="json")
PAYMENT = {"type": "payment", "date": "2026-11-24", "amount": "7.00"}
LOANS = [each.model_dump(mode="json") for each in BASE.loans]


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ({"name": "甲"}, {"budget/cushion": "500.00"}),
        ({"loans/seed/principal": "9000.00"}, {"loans/early/principal": "8000.00"}),
        ({"loans/seed/name": "甲"}, {"loans/seed/principal": "9000.00"}),
        ({"loans/seed/name": "甲"}, {"loans/seed/name": "甲", "loans/third/name": "乙"}),
        ({"loans/early": DROP}, {"loans/seed/name": "甲"}),
        ({"loans/early": DROP}, {"loans/early": DROP}),
        ({"loans/new": loan("new")}, {"loans/third/events": []}),
        ({"loans/new": loan("new")}, {"loans/new": loan("new")}),
        ({"budget/entries/rent/amount": "1.00"}, {"budget/entries/food": DROP}),
        ({"budget/accounts/cash": account("cash")}, {"budget/accounts/card/name": "工资卡"}),
        ({"scenarios/另一个": SCENARIO | {"name": "另一个"}}, {"scenarios/换成花呗/comparison/amount": "1.00"}),
        ({"snapshots/甲": snapshot("甲", {"name": "甲"})}, {"snapshots/乙": snapshot("乙", {"name": "乙"})}),
        ({"later": {"a": 1, "b": [1]}}, {"more": 1}),
        ({"loans/seed/later": 1}, {"loans/seed/more": [1, 2]}),
        ({"comparison/amount": "1.00"}, {"comparison/late_days": 3}),
        ({"stress/job/on": True}, {"stress/chance/seed": 7}),
        ({"loans/seed/events": [], "loans/seed/unpaid_from": None}, {"loans/seed/name": "甲"}),
        # what was looked up on one day on both sides
        (
            {"budget/as_of": "2026-11-25", "budget/accounts/card/balance": "1.00"},
            {"budget/as_of": "2026-11-25", "budget/accounts/cash": account("cash")},
        ),
    ],
)
def test_what_one_side_changed_is_taken_over(mine, theirs):
    both = changed(theirs | {path: value for path, value in mine.items() if path not in theirs})
    assert same_but_order(merged(BASE, changed(mine), changed(theirs)), both)
    assert same_but_order(merged(BASE, changed(theirs), changed(mine)), both)


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ({"name": "甲"}, {"name": "乙"}),
        ({"loans/seed/principal": "9000.00"}, {"loans/seed/principal": "8000.00"}),
        ({"loans/early": DROP}, {"loans/early/name": "甲"}),
        ({"loans/new": loan("new")}, {"loans/new": loan("new", name="甲")}),
        ({"loans/seed/events": [PAYMENT]}, {"loans/seed/events": []}),
        # each list would have grown by one
        (
            {"loans/early/events": [PAYMENT]},
            {"loans/early/events": [PAYMENT | {"amount": "8.00"}]},
        ),
        ({"later": 1}, {"later": 2}),
        ({"budget/balances": [{"day": "2026-11-25", "amount": "1.00"}]}, {"budget/accounts/card/balance": "2.00"}),
        ({"budget/order": ["seed", "early"]}, {"budget/order": ["early", "seed"]}),
        ({"loans": [LOANS[1], LOANS[0], LOANS[2]]}, {"loans": [LOANS[0], LOANS[2], LOANS[1]]}),
        ({"snapshots/甲": snapshot("甲", {"a": 1})}, {"snapshots/甲": snapshot("甲", {"b": 1})}),
        # a rate and what it is quoted for
        ({"loans/seed/rate": "0.0005", "loans/seed/rate_per": "day"}, {"loans/seed/rate": "0.16"}),
        ({"loans/seed/rate_per": "month"}, {"loans/seed/rate": "0.16"}),
        ({"loans/early/periods": 6}, {"loans/early/fee_rate": "0.07"}),
        # what was paid and what was not
        ({"loans/seed/events": []}, {"loans/seed/unpaid_from": 5}),
        # the base column and the columns
        ({"comparison/base": 1}, {"comparison/options": BASE.model_dump(mode="json")["comparison"]["options"][::-1]}),
        # a balance and its day
        ({"budget/as_of": "2026-11-25"}, {"budget/accounts/card/balance": "2.00"}),
    ],
)
def test_what_both_changed_is_a_conflict(mine, theirs):
    assert merged(BASE, changed(mine), changed(theirs)) is None
    assert merged(BASE, changed(theirs), changed(mine)) is None


SAVING = {"id": "save", "amount": "1.00", "day": 1, "kind": "saving", "account": "", "to_account": "cash"}
WITH_CASH = changed({"budget/accounts/cash": account("cash")})
UNUSED = changed({"loans/third/product": "jiebei"})


@pytest.mark.parametrize(
    ("base", "mine", "theirs"),
    [
        (WITH_CASH, {"budget/accounts/cash": DROP}, {"budget/entries/save": SAVING}),
        (UNUSED, {"products/own_card": DROP}, {"loans/new": loan("new", product="own_card")}),
        (UNUSED, {"products/own_card": DROP}, {"loans/seed/product": "own_card"}),
        (UNUSED, {"products/own_card": DROP}, {"comparison/options": [{"kind": "offer", **LOANS[2]}]}),
        (BASE, {"budget/entries/pay": DROP}, {"stress/earners": ["pay"]}),
        (BASE, {"budget/entries/pay": DROP}, {"stress/income/entry": "pay"}),
        (BASE, {"loans/seed": DROP}, {"budget/order": ["early", "seed"]}),
        # together they are more than fit, or not what can be
        (BASE, {"budget/entries/bonus/start": "2026-03-01"}, {"budget/entries/bonus/end": "2026-02-20"}),
        # which account an entry without one goes by
        (
            changed({"budget/accounts/card": DROP}),
            {"budget/accounts/bank": account("bank")},
            {"budget/accounts/cash": account("cash", counts=False)},
        ),
    ],
)
def test_what_rests_on_something_that_the_other_side_took_away_is_a_conflict(base, mine, theirs):
    assert merged(base, changed(mine, base), changed(theirs, base)) is None
    assert merged(base, changed(theirs, base), changed(mine, base)) is None


def test_accounts_that_no_entry_needs_are_put_together():
    base = changed({"budget/accounts": [], "budget/entries": []})
    mine, theirs = (changed({"budget/accounts/new": account(name)}, base) for name in ("bank", "cash"))
    assert [each.id for each in merged(base, mine, theirs).budget.accounts] == ["bank", "cash"]


def test_what_rested_on_nothing_before_is_no_conflict():
    scenario = SCENARIO | {"comparison": SCENARIO["comparison"] | {"options": [{"kind": "offer", **LOANS[2]}]}}
    base = changed({"scenarios/换成花呗": scenario}, UNUSED)
    mine = changed({"products/own_card": DROP}, base)
    assert merged(base, mine, changed({"name": "乙"}, base)) == mine.model_copy(update={"name": "乙"})


def ids(plan):
    return [each.id for each in plan.loans]


def test_new_loans_stand_where_they_stood():
    mine = changed({"loans": [*LOANS, loan("m")]})
    theirs = changed({"loans": [loan("t1"), LOANS[0], loan("t2"), loan("t3"), *LOANS[1:], loan("t4")]})
    assert ids(merged(BASE, mine, theirs)) == ["t1", "seed", "t2", "t3", "early", "third", "t4", "m"]


def test_new_snapshots_stand_first():
    mine, theirs = (changed({"snapshots": [snapshot(name, {}), snapshot("旧", {})]}) for name in "甲乙")
    base = changed({"snapshots": [snapshot("旧", {})]})
    assert [each.name for each in merged(base, mine, theirs).snapshots] == ["甲", "乙", "旧"]


def test_a_new_loan_whose_neighbour_is_gone_stands_before_the_next_one():
    mine = changed({"loans": [*LOANS[1:], loan("m")]})
    theirs = changed({"loans": [LOANS[0], loan("t"), *LOANS[1:]]})
    assert ids(merged(BASE, mine, theirs)) == ["t", "early", "third", "m"]


def test_an_order_that_one_side_changed_is_kept():
    mine = changed({"loans": [LOANS[0], loan("m"), *LOANS[1:]]})
    theirs = changed({"loans": LOANS[::-1]})
    assert ids(merged(BASE, mine, theirs)) == ["third", "early", "seed", "m"]
    assert ids(merged(BASE, theirs, mine)) == ["third", "early", "seed", "m"]


def test_loans_of_one_id_are_no_list_that_can_be_put_together():
    base = changed({"loans": [*LOANS, LOANS[0]]})
    mine, theirs = changed({"loans/seed/name": "甲"}, base), changed({"loans/early/name": "乙"}, base)
    assert merged(base, mine, theirs) is None
    assert merged(base, mine, base) == mine


# --- whatever is changed ----------------------------------------------------------------------------------------------

VALUES = {
    "name": ["甲", "乙"],
    "later": [{"a": 1}, {"b": [2]}, {"a": 1, "b": None}],
    "relief/reason": ["病了", "忙"],
    "stress/chance/seed": [2, 3],
    "comparison/amount": ["100.00", "200.00"],
    "comparison/base": [0, 1],
    "budget/cushion": ["1.00", "2.00"],
    "budget/as_of": ["2026-11-25", None],
    "budget/order": [["seed"], ["early", "third"]],
    "budget/accounts/card/balance": ["3.00", "4.00"],
    "budget/accounts/cash": [account("cash"), account("cash", name="现金"), DROP],
    "budget/entries/rent/amount": ["5.00", "6.00"],
    "budget/entries/food": [DROP],
    "budget/entries/save": [SAVING],
    "stress/earners": [["pay"], ["pay", "bonus"]],
    "budget/entries/pay": [DROP],
    "products/own_card": [DROP],
    "products/own_card/rate": ["0.1", None],
    "scenarios/换成花呗": [DROP, SCENARIO | {"later": 1}],
    "scenarios/另一个": [SCENARIO | {"name": "另一个"}],
    "snapshots/甲": [snapshot("甲", {"a": 1}), snapshot("甲", {"a": 1, "b": 2}), DROP],
    "loans": [LOANS[::-1], [LOANS[0], LOANS[2]]],
    **{f"loans/{each}": [loan(each), loan(each, name="甲"), DROP] for each in ("seed", "early", "third", "new")},
    **{f"loans/{each}/principal": ["7.00", "8.00"] for each in ("seed", "early", "third")},
    **{f"loans/{each}/rate": ["0.01", "0.02"] for each in ("seed", "third")},
    **{f"loans/{each}/rate_per": ["day", "month"] for each in ("seed", "third")},
    "loans/seed/unpaid_from": [None, 3],
    "loans/seed/events": [[], [PAYMENT]],
    "loans/third/product": ["jiebei", "own_card"],
    "loans/third/later": [1, {"a": 1}],
}


@st.composite
def plans(draw, base=BASE, least=0):
    """Return a plan that somebody made of another one by so many changes at least."""
    plan = base
    for path in draw(st.lists(st.sampled_from(list(VALUES)), min_size=least, max_size=4)):
        try:
            plan = changed({path: draw(st.sampled_from(VALUES[path]))}, plan)
        except (ProblemError, LookupError):  # it can't be, or what it is about is gone
            continue
    return plan


@st.composite
def three(draw):
    base = draw(plans())
    return base, draw(plans(base, 1)), draw(plans(base, 1))


def leaves(value, path=()):
    """Yield all that can be changed by itself, with its path."""
    if isinstance(value, dict) and path[-1:] != ("content",):
        for name, part in value.items():
            yield from leaves(part, (*path, name))
    elif isinstance(value, list) and path and path[-1] in {"products", "loans", "accounts", "entries"}:
        for part in value:
            yield from leaves(part, (*path, part["id"]))
    elif isinstance(value, list) and path and path[-1] in {"scenarios", "snapshots"}:
        for part in value:
            yield from leaves(part, (*path, part["name"]))
    else:
        yield path, json.dumps(value, sort_keys=True)


def leaves_of(plan):
    return set(leaves(plan.model_dump(mode="json")))


def same_but_order(one, other):
    return one is not None and leaves_of(one) == leaves_of(other)


@given(three())
def test_a_side_that_changed_nothing_has_no_say(sides):
    base, mine, theirs = sides
    assert merged(base, mine, base) == mine
    assert merged(base, base, theirs) == theirs
    assert merged(base, mine, mine) == mine


@given(three())
def test_every_change_is_taken_over_and_nothing_invented(sides):
    base, mine, theirs = sides
    found = merged(*sides)
    was, ours, others = map(leaves_of, sides)
    if found is None:
        assert mine not in (base, theirs)
        assert theirs != base
        return
    assert leaves_of(found) == (was & ours & others) | (ours - was) | (others - was)
    for path in dict(was | ours | others):
        assert len({dict(side).get(path) for side in (was, ours, others)}) < 3


@given(three())
def test_it_is_the_same_whoever_is_first(sides):
    base, mine, theirs = sides
    found, other = merged(base, mine, theirs), merged(base, theirs, mine)
    assert (found is None) == (other is None)
    if found is not None and other is not None:
        assert same_but_order(found, other)
        assert set(ids(found)) == set(ids(other))


EDITS = st.fixed_dictionaries(
    {},
    optional={
        "principal": st.integers(1, 10**6).map(lambda fen: f"{fen / 100:.2f}"),
        "name": st.text(max_size=5),
        "periods": st.integers(1, 60),
        "coupon_off": st.sampled_from(["0.1", None]),
        "rate_per": st.sampled_from(["day", "month", "year"]),
        "events": st.sampled_from([[], [PAYMENT]]),
        "later": st.integers(),
    },
)


@given(st.permutations(["seed", "early", "third"]), EDITS, EDITS)
def test_different_loans_always_go_together(order, mine, theirs):
    assume(mine and theirs)
    first, second = (
        {f"loans/{name}/{field}": value for field, value in edit.items()}
        for name, edit in zip(order, (mine, theirs), strict=False)
    )
    found = merged(BASE, changed(first), changed(second))
    assert found == changed(first | second)
    assert found.loan(order[2]) == BASE.loan(order[2])

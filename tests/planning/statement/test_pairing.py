"""Which of some days belongs to which of others: held against trying everything."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations, permutations

from hypothesis import given
from hypothesis import strategies as st

from jiebei_desktop.planning.statement.pairing import paired, summing

_BEGIN = date(2026, 1, 1)
_DAYS = st.lists(st.integers(0, 40), max_size=5).map(sorted)


def _best(first: list[int], second: list[int], most: int) -> tuple[int, int]:
    """The most pairs that there can be, below zero, and of these the fewest days apart, by trying everything."""
    found = [(0, 0)]
    for count in range(1, min(len(first), len(second)) + 1):
        for chosen in combinations(first, count):
            for others in permutations(second, count):
                apart = [abs(b - a) for a, b in zip(chosen, others, strict=True)]
                if max(apart) <= most:
                    found.append((-count, sum(apart)))
    return min(found)


@given(_DAYS, _DAYS, st.integers(0, 40))
def test_as_many_as_can_be_are_paired_and_of_these_the_nearest(first, second, most):
    found = paired(
        [_BEGIN + timedelta(days=day) for day in first],
        [_BEGIN + timedelta(days=day) for day in second],
        lambda i, j: abs(second[j] - first[i]) <= most,
    )
    assert len({i for i, _ in found}) == len({j for _, j in found}) == len(found)
    apart = [abs(second[j] - first[i]) for i, j in found]
    assert all(days <= most for days in apart)
    assert (-len(found), sum(apart)) == _best(first, second, most)


def test_amounts_that_add_up_are_found_nearest_first():
    assert summing([100, 200, 300, 400], [9, 9, 1, 1], 500, 500, lambda _: True) == (0, 3)
    assert summing([100, 200, 300, 400], [9, 9, 1, 1], 500, 500, lambda places: 0 not in places) == (1, 2)
    assert summing([100, 200], [0, 0], 301, 400, lambda _: True) == ()
    assert summing([500, 200], [0, 0], 500, 500, lambda _: True) == ()  # one alone is no sum
    assert summing([1] * 7, [0] * 7, 7, 7, lambda _: True) == ()  # nor are seven: by then chance finds one


@given(st.lists(st.integers(1, 50), max_size=8), st.integers(1, 200), st.integers(0, 5))
def test_a_sum_is_found_where_there_is_one(amounts, least, slack):
    found = summing(amounts, [0] * len(amounts), least, least + slack, lambda _: True)
    some = any(
        least <= sum(chosen) <= least + slack
        for count in range(2, min(len(amounts), 6) + 1)
        for chosen in combinations(amounts, count)
    )
    assert bool(found) == some
    if found:
        assert 2 <= len(found) <= 6
        assert least <= sum(amounts[place] for place in found) <= least + slack

"""Which of some days belongs to which of others, and which amounts add up to another. No money is worked out here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import combinations

MOST_PARTS = 6
"""Amounts that are added up to another; with more of them some would fit by chance."""


def paired(first: Sequence[date], second: Sequence[date], fits: Callable[[int, int], bool]) -> list[tuple[int, int]]:
    """Return which day of one row belongs to which of another: as many pairs as can be, and of these the nearest.

    Args:
        first: days in order.
        second: days in order.
        fits: whether the days at two places can belong together.

    Returns:
        Places in both rows. Pairs never cross: swapping the ends of two that do brings none further apart.
    """
    rows, columns = len(first), len(second)
    # best[i][j]: what the days from i and from j on come to, as (pairs, below zero; days apart)
    best = [[(0, 0)] * (columns + 1) for _ in range(rows + 1)]

    def with_pair(i: int, j: int) -> tuple[int, int]:
        pairs, apart = best[i + 1][j + 1]
        return pairs - 1, apart + abs((second[j] - first[i]).days)

    for i in reversed(range(rows)):
        for j in reversed(range(columns)):
            found = min(best[i + 1][j], best[i][j + 1])
            best[i][j] = min(found, with_pair(i, j)) if fits(i, j) else found
    pairs, i, j = [], 0, 0
    while i < rows and j < columns:
        if fits(i, j) and best[i][j] == with_pair(i, j):
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def summing(
    amounts: Sequence[int], apart: Sequence[int], least: int, most: int, good: Callable[[tuple[int, ...]], bool]
) -> tuple[int, ...]:
    """Return the places of two to six amounts whose sum lies in a range, the nearest in time; empty where none do.

    Args:
        amounts: whole fen, above zero.
        apart: how far each is away, in days.
        least: of the sum.
        most: of the sum.
        good: whether amounts at some places really belong together, asked of the nearest first.
    """
    near = [place for place in range(len(amounts)) if amounts[place] < most]
    if sum(amounts[place] for place in near) < least:
        return ()
    tried = (places for count in range(2, MOST_PARTS + 1) for places in combinations(near, count))
    found = [
        (sum(apart[place] for place in places), places)
        for places in tried
        if least <= sum([amounts[place] for place in places]) <= most
    ]
    return next((tuple(sorted(places)) for _, places in sorted(found) if good(places)), ())

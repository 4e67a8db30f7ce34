"""Random numbers that are the same on every machine, found by their place.

The raw 64 bits of `numpy.random.PCG64` are a stream that numpy guarantees never to change, and all that is made of
them is whole-number arithmetic: no float, no function of the mathematical library, whose last digit differs by
processor, and no sum whose order matters. The number for a month, an entry and a path stands at a place of its own, so
a figure depends neither on how many paths are worked out at a time nor on what else is drawn, and a remedy meets the
very same futures. An entry has one factor a month: all its times in a month turn out more or less together.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import numpy as np
import numpy.typing as npt

from jiebei_desktop.planning.stress.program import COLUMNS, MILLION
from jiebei_desktop.planning.stress.settings import MOST_PATHS, Shape

Fen = npt.NDArray[np.int64]
Raw = npt.NDArray[np.uint64]
_ROUND: Final = 2**128
_LOW_HALF: Final = 2**32 - 1


class Draws:
    """The random numbers of some paths in a row."""

    def __init__(self, seed: int, first: int, count: int) -> None:
        self.count = count
        self._bits = np.random.PCG64(seed)
        self._first, self._at = first, 0

    def raw(self, number: int, column: int) -> Raw:
        """Return 64 random bits for each path, of a month and a column."""
        place = (number * COLUMNS + column) * MOST_PATHS + self._first
        self._bits.advance((place - self._at) % _ROUND)
        self._at = place + self.count
        return self._bits.random_raw(self.count)

    def factors(self, number: int, column: int, spread: int, shape: Shape) -> Fen:
        """Return by how many millionths an amount is taken in each path: from a million less `spread` to one more.

        The mean is a million: both shapes are symmetric, to one part in 2³².
        """
        wide = self.raw(number, column)  # its own array, worked on where it is
        if shape is Shape.UNIFORM:
            wide >>= np.uint64(31)
        else:
            lower = wide & np.uint64(_LOW_HALF)
            wide >>= np.uint64(32)
            wide += lower
        wide *= np.uint64(spread)
        wide += np.uint64(2**31)
        wide >>= np.uint64(32)
        factors = wide.view(np.int64)  # far below the sign
        factors += MILLION - spread
        return factors

    def happens(self, number: int, column: int, chance: Decimal) -> npt.NDArray[np.bool_]:
        """Return in which paths something of a chance happens in a month."""
        return (self.raw(number, column) >> np.uint64(1)) < np.uint64(bound(chance))


def bound(chance: Decimal) -> int:
    """Return below which of 2⁶³ numbers something of a chance happens."""
    return int(chance * 2**63)


def varied_all(amount: int, factors: Fen) -> Fen:
    """Return so many millionths of an amount in fen for each path, half a fen up, without leaving 64 bits."""
    whole, rest = divmod(amount, MILLION)
    found = factors * rest
    found += MILLION // 2
    found //= MILLION
    if whole:
        found += factors * whole
    return found

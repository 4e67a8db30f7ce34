"""Many futures at once: each of them is the cash line of its own flows, and counting them is counting."""

from __future__ import annotations

import math
import subprocess
import sys
from decimal import Decimal
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiebei_desktop.money import ZERO
from jiebei_desktop.planning.budget.cash import CashLine
from jiebei_desktop.planning.budget.household import Budget, Entry
from jiebei_desktop.planning.budget.outlook import Basis
from jiebei_desktop.planning.stress.chance import LEVELS, Chances, run
from jiebei_desktop.planning.stress.draws import Draws, varied_all
from jiebei_desktop.planning.stress.futures import NEVER, Costs, Futures, futures
from jiebei_desktop.planning.stress.program import MILLION, Program, fen, program, varied
from jiebei_desktop.planning.stress.settings import Chance, Shape, Stress
from jiebei_desktop.values import ProblemError
from tests.planning.stress.one_by_one import path_basis, path_line
from tests.planning.stress.plans import STRESSES, TODAY, YUAN, based, bases, loan, small

PATHS = 8


def stress(**chance: object) -> Stress:
    return Stress(chance=Chance(**({"paths": 1000} | chance)))


def yuan(*amounts: str) -> tuple[Decimal, ...]:
    return tuple(Decimal(amount) for amount in amounts)


def chances(base: Basis, **chance: object) -> Chances:
    found = run(base, stress(**chance))
    assert found is not None
    return found


# --- the second way: the cash line itself -----------------------------------------------------------------------------


class Fate(NamedTuple):
    """What became of one path, by stretch and by payable."""

    ends: list[int]
    lows: list[int]
    straight: list[int]
    late: list[int]
    late_in: list[bool]
    cost: int
    cost_before: int
    first: int


def of_line(laid: Program, line: CashLine) -> Fate:
    """Read a fate off a cash line."""
    ends, lows, straight, late_in = [], [], [], []
    for stretch in laid.stretches:
        days = slice(line.place(stretch.first), line.place(stretch.last) + 1)
        ends.append(fen(line.kept[days.stop - 1]))
        lows.append(fen(min(line.kept[days])))
        straight.append(fen(min(line.on_time[days])))
        here = [paid for paid in line.paid if stretch.first <= paid.payable.day <= stretch.last]
        late_in.append(any(paid.late for paid in here) and stretch.first >= TODAY)
    late = [0 if not paid.late else NEVER if paid.day is None else paid.days for paid in line.paid]
    seen = [paid for paid in line.paid if paid.payable.day >= TODAY]
    first = next((n for n, paid in enumerate(line.paid) if paid.late and paid.payable.day >= TODAY), NEVER)
    cost = fen(sum((paid.cost for paid in seen), ZERO))
    return Fate(ends, lows, straight, late, late_in, cost, fen(line.late_cost) - cost, first)


def of_arrays(laid: Program, found: Futures, path: int) -> Fate:
    """Read a fate off the arrays; `late_in` is only counted there, so it follows from what is late."""
    late = [int(found.late[n][path]) if n in found.late else 0 for n in range(len(laid.due))]
    late_in = [False] * len(laid.stretches)
    for number, days in enumerate(late):
        if days and laid.stretches[laid.stretch_of[number]].number is not None:
            late_in[laid.stretch_of[number]] = True
    columns = ([int(each) for each in part[:, path]] for part in (found.ends, found.lows, found.straight))
    return Fate(*columns, late, late_in, int(found.cost[path]), int(found.cost_before[path]), int(found.first[path]))


@settings(max_examples=60)
@given(base=bases(), chosen=STRESSES)
def test_every_path_is_the_cash_line_of_its_own_flows(base, chosen):
    laid = program(base, chosen)
    found = futures(laid, 0, PATHS, Costs())
    fates = [of_line(laid, path_line(base, chosen, path)) for path in range(PATHS)]
    assert [of_arrays(laid, found, path) for path in range(PATHS)] == fates
    counted = [sum(fate.late_in[place] for fate in fates) for place in range(len(laid.stretches))]
    assert list(found.late_in) == counted


@settings(max_examples=30)
@given(base=bases(), chosen=STRESSES)
def test_no_fen_appears_or_is_lost(base, chosen):
    laid = program(base, chosen)
    found = futures(laid, 0, PATHS, Costs())
    for path in range(PATHS):
        moved = sum(fen(flow.amount) for flow in path_basis(base, chosen, path).flows)
        paid = 0
        for number, payable in enumerate(laid.basis.payables):
            days = int(found.late[number][path]) if number in found.late else 0
            if days != NEVER:
                paid += laid.due[number] + fen(payable.late(days))
        assert laid.opening + moved - paid == found.ends[-1][path]


@settings(max_examples=30)
@given(base=bases(), chosen=STRESSES)
def test_without_spread_every_path_is_the_outlook(base, chosen):
    still = {"income_spread": ZERO, "spending_spread": ZERO, "job_loss": ZERO, "cost_chance": ZERO}
    entries = tuple(entry.model_copy(update={"spread": None}) for entry in base.budget.entries)
    base = base._replace(
        budget=base.budget.model_copy(update={"entries": entries}),
        flows=tuple(flow._replace(entry=flow.entry.model_copy(update={"spread": None})) for flow in base.flows),
    )
    calm = Stress(chance=chosen.chance.model_copy(update=still))
    laid = program(base, calm)
    found = futures(laid, 0, PATHS, Costs())
    outlook = base.outlook()
    assert [of_arrays(laid, found, path) for path in range(PATHS)] == [of_line(laid, outlook.line)] * PATHS
    seen = [place for place, stretch in enumerate(laid.stretches) if stretch.number is not None]
    assert [fen(month.lowest) for month in outlook.months] == [found.straight[place][0] for place in seen]


@settings(max_examples=30)
@given(base=bases(), chosen=STRESSES, more=YUAN)
def test_a_cushion_never_makes_a_path_late_that_was_not(base, chosen, more):
    without = futures(program(base, chosen), 0, 40, Costs())
    richer = program(base._replace(opening=base.opening + more), chosen)
    assert not np.any((without.first == NEVER) & (futures(richer, 0, 40, Costs()).first != NEVER))


@settings(max_examples=15)
@given(base=bases(), chosen=STRESSES, cut=st.integers(1, 39))
def test_a_path_is_the_same_however_many_are_worked_out_at_a_time(base, chosen, cut):
    laid = program(base, chosen)
    whole = futures(laid, 0, 40, Costs())
    parts = futures(laid, 0, cut, Costs()), futures(laid, cut, 40 - cut, Costs())
    for name in ("ends", "lows", "straight", "cost", "first"):
        joined = np.concatenate([getattr(part, name) for part in parts], axis=-1)
        assert np.array_equal(getattr(whole, name), joined)


@pytest.mark.parametrize(("spent", "late_paths"), [("69.21", 0), ("69.22", 1000)])
def test_money_that_just_suffices_pays_on_the_day(spent, late_paths):
    """620 on 10 December less 69.21 are the 550.79 that fall due."""
    more = (Entry(id="spent", amount=spent, repeat="once", start="2026-12-09"),)
    base = based(small(loan(1), balance="2300", more=more), 1)
    assert chances(base, income_spread="0", spending_spread="0").late_paths == late_paths


@pytest.mark.parametrize(("spent", "late"), [("236.65", 5), ("236.66", NEVER)])
def test_money_that_just_suffices_pays_what_waits(spent, late):
    """789.21 less 236.65 are 552.56: 550.79 and 1.77 for five days, see `test_stress_scenarios`."""
    more = (
        Entry(id="lost", amount="3000", repeat="once", start="2026-12-15"),
        Entry(id="spent", amount=spent, repeat="once", start="2027-01-14"),
    )
    base = based(small(loan(1), balance="2300", more=more), 2)
    chosen = stress(income_spread="0", spending_spread="0")
    laid = program(base, chosen)
    found = futures(laid, 0, 2, Costs())
    assert found.late[1].tolist() == [late, late]
    assert of_arrays(laid, found, 1) == of_line(laid, path_line(base, chosen, 1))


def test_what_waits_is_looked_at_only_when_money_really_comes_in():
    """1,670 on 15 December are too little for 1,500 and 400. From the next day on being late costs nothing any more.

    But only where the 100 of that day come in it is paid then; else on the next pay day.
    """
    base = based(small(loan(1), balance="500", more=(Entry(id="side", kind="income", amount="100", day=16),)), 2)
    waived = base.payables[0]._replace(amount=Decimal(1500), late=lambda days: Decimal(400 if days < 6 else 0))
    base = base._replace(payables=(waived,))
    chance = Chance(job_loss="0.5", job_loss_months=1, income_spread="0", spending_spread="0")
    chosen = Stress(chance=chance, earners=("side",))
    laid = program(base, chosen)
    found = futures(laid, 0, 20, Costs())
    assert set(found.late[0].tolist()) == {6, 36}
    for path in range(20):
        assert of_arrays(laid, found, path) == of_line(laid, path_line(base, chosen, path))


def test_four_hundred_entries_go_by():
    more = tuple(Entry(id=f"e{n}", amount="3.21", repeat="days", start="2026-01-01") for n in range(396))
    base = based(small(loan(1), more=(*more, Entry(id="big", kind="income", amount="39000", day=3))), 3)
    assert len(base.budget.entries) == 400
    laid, chosen = program(base, stress()), stress()
    found = futures(laid, 0, 3, Costs())
    assert of_arrays(laid, found, 2) == of_line(laid, path_line(base, chosen, 2))


def test_the_engine_says_the_same_cost_however_it_is_asked():
    payable = based(small(loan(1, unpaid_from=1))).payables[1]
    days = [1, 5, 31, 62, 300, 701]
    assert payable.late.on(days) == [payable.late(each) for each in days]
    assert payable.late.on(days) == [payable.late(each) for each in days]  # from what is known by now


# --- random numbers ---------------------------------------------------------------------------------------------------


def test_the_stream_is_the_one_that_numpy_keeps():
    """PCG64 seeded with 1 through numpy's SeedSequence, which it promises never to change."""
    assert [int(each) for each in np.random.PCG64(1).random_raw(2)] == [9441442522235856127, 17532960557476522086]
    assert [int(each) for each in Draws(1, 0, 2).raw(0, 0)] == [9441442522235856127, 17532960557476522086]


@settings(max_examples=60)
@given(
    seed=st.integers(0, 2**32 - 1),
    number=st.integers(0, 24),
    column=st.integers(0, 401),
    spread=st.integers(0, MILLION),
    shape=st.sampled_from(Shape),
)
def test_factors_are_whole_millionths_by_exact_arithmetic(seed, number, column, spread, shape):
    """In whole numbers of any size: a million, and the part of the spread that the bits say, rounded half up."""
    raw = [int(each) for each in Draws(seed, 7, 20).raw(number, column)]
    found = Draws(seed, 7, 20).factors(number, column, spread, shape)
    for bits, factor in zip(raw, found, strict=True):
        wide = bits // 2**31 if shape is Shape.UNIFORM else bits // 2**32 + bits % 2**32
        assert factor == MILLION - spread + (wide * spread * 2 + 2**32) // 2**33
        assert MILLION - spread <= factor <= MILLION + spread


@settings(max_examples=60)
@given(amount=st.integers(0, 10**15), factors=st.lists(st.integers(0, 2 * MILLION), min_size=1, max_size=5))
def test_amounts_are_rounded_once_to_the_fen_half_up(amount, factors):
    wide = [(amount * factor * 2 + MILLION) // (2 * MILLION) for factor in factors]
    assert [varied(amount, factor) for factor in factors] == wide
    assert varied_all(amount, np.array(factors, np.int64)).tolist() == wide


@pytest.mark.parametrize(("shape", "deviation"), [(Shape.UNIFORM, 3), (Shape.TRIANGULAR, 6)])
def test_shapes_keep_the_mean_and_spread_as_they_should(shape, deviation):
    """The deviation of a uniform spread is s/√3, of a triangular one s/√6; 40,000 draws know it to half a percent."""
    found = Draws(3, 0, 40_000).factors(5, 9, 300_000, shape)
    wanted = 300_000 / math.sqrt(deviation)
    assert abs(found.mean() - MILLION) < 4 * wanted / 200
    assert abs(found.std() - wanted) < 0.02 * wanted


def test_all_times_of_an_entry_in_a_month_share_its_factor():
    base = based(small(), 3)
    drawn = path_basis(base, stress(), 0)
    by_month: dict[tuple[int, int], set[Decimal]] = {}
    for flow in drawn.flows:
        if flow.entry.id == "food":
            by_month.setdefault((flow.day.year, flow.day.month), set()).add(flow.amount)
    assert [len(amounts) for amounts in by_month.values()] == [1, 1, 1, 1]
    assert len({amount for amounts in by_month.values() for amount in amounts}) == 4


def test_what_happens_once_and_what_is_set_aside_do_not_vary():
    more = (
        Entry(id="trip", amount="500", repeat="once", start="2027-01-05"),
        Entry(id="kept", kind="saving", amount="100", day=20),
        Entry(id="wedding", amount="500", repeat="once", start="2027-01-06", spread="0.5"),
    )
    base = based(small(more=more), 3)
    amounts: dict[str, set[Decimal]] = {}
    for path in range(5):
        for flow in path_basis(base, stress(), path).flows:
            amounts.setdefault(flow.entry.id, set()).add(flow.amount)
    assert amounts["trip"] == {Decimal(-500)}
    assert amounts["kept"] == {Decimal(-100)}
    assert len(amounts["wedding"]) == 5


# --- what is counted --------------------------------------------------------------------------------------------------

TIGHT = {"balance": "2300"}


def test_a_seed_gives_these_figures_on_every_machine():
    """2,300 now, 480 of food and 1,200 of rent before 550.79 fall due on 10 December: 620 left but for the spread.

    Paid on the 15th it is five days late: 1.75 on its principal of about 467 at 0.075 % a day.
    """
    found = chances(based(small(loan(1), **TIGHT), 6), seed=20261124)
    assert (found.late_paths, found.expected, found.worst) == (192, Decimal("0.36"), Decimal("1.75"))
    assert found.lowest == yuan("-177.29", "-105.73", "-51.46", "7.24", "81.15")
    late = [month.late for month in found.months]
    assert tuple(late) == yuan("0", "0.187", "0.016", "0.001", "0", "0", "0")
    december = found.months[1]
    assert december.ends == yuan("2181.31", "2347.38", "2453.87", "2550.43", "2697.63")
    assert december.lows == yuan("-110.39", "-63.93", "-10.70", "74.35", "414.15")
    assert found.first is not None
    assert (found.first.payable.number, found.first.paths) == (2, 187)


def test_the_same_seed_gives_the_same_and_another_one_other_figures():
    base = based(small(loan(1), **TIGHT), 6)
    assert chances(base, seed=4) == chances(base, seed=4)
    assert chances(base, seed=4).lowest != chances(base, seed=5).lowest


def test_more_paths_are_the_same_ones_and_others_after_them():
    laid = program(based(small(loan(1), **TIGHT), 3), stress())
    assert np.array_equal(futures(laid, 0, 300, Costs()).ends[:, :100], futures(laid, 0, 100, Costs()).ends)


def test_quantiles_shares_and_costs_are_those_of_the_sorted_paths():
    base = based(small(loan(1), **TIGHT), 4)
    found, laid = chances(base), program(base, stress())
    every = futures(laid, 0, 1000, Costs())
    for place, month in enumerate(found.months):
        ordered = sorted(int(each) for each in every.lows[place])
        assert month.lows == tuple(Decimal(ordered[level * 10 - 1]) / 100 for level in LEVELS)
        assert month.late == Decimal(every.late_in[place]) / 1000
    late = [int(number) for number in every.first if number != NEVER]
    assert found.late == Decimal(len(late)) / 1000
    assert found.error == (found.late * (1 - found.late) / 1000).sqrt().quantize(Decimal("0.000001"))
    assert found.expected == (Decimal(int(every.cost.sum())) / 100_000).quantize(Decimal("0.01"))
    assert found.worst == Decimal(sorted(int(each) for each in every.cost)[949]) / 100
    assert found.first is not None
    commonest = max(set(late), key=late.count)
    assert found.first.payable is laid.basis.payables[commonest]
    assert found.first.share == (Decimal(late.count(commonest)) / len(late)).quantize(Decimal("0.000001"))


def test_a_job_lost_for_certain_takes_all_income():
    base = based(small(), 3)
    found = chances(base, job_loss="1", income_spread="0", spending_spread="0")
    gone = sum((flow.amount for flow in base.flows if flow.amount < 0), Decimal(1000))
    assert set(found.months[-1].ends) == {gone}


def test_an_unforeseen_cost_falls_on_the_first_of_the_month_or_tomorrow():
    base = based(small(), 2)
    chosen = stress(cost_chance="1", cost="50", income_spread="0", spending_spread="0")
    costs = [flow.day.isoformat() for flow in path_basis(base, chosen, 0).flows if flow.entry.id == "stress-unforeseen"]
    assert costs == ["2026-11-25", "2026-12-01", "2027-01-01"]
    found, calm = run(base, chosen), chances(base, income_spread="0", spending_spread="0")
    assert found is not None
    assert found.months[-1].ends[0] == calm.months[-1].ends[0] - 150


@pytest.mark.parametrize("plan", [small(), small(balance="0").model_copy(update={"budget": Budget()})])
def test_where_nothing_is_owed_nothing_is_late(plan):
    found = chances(based(plan, 3))
    assert (found.late, found.error, found.expected, found.first) == (0, 0, 0, None)
    assert found.unseen == Decimal("0.003")
    assert len(found.months) == 4


def test_where_nothing_comes_in_what_is_late_is_never_paid():
    plan = small(loan(1), balance="0")
    entries = tuple(entry for entry in plan.budget.entries if entry.id != "pay")
    base = based(plan.model_copy(update={"budget": plan.budget.changed(entries=entries)}), 2)
    found = chances(base)
    line = base.outlook().line
    assert (found.late, found.expected, found.worst) == (1, line.late_cost, line.late_cost)
    assert found.first is not None
    assert (found.first.payable.number, found.first.share) == (2, 1)


def test_progress_is_told_and_can_stop_it():
    base, heard = based(small(loan(1)), 2), []
    chosen = stress(paths=12_000)
    assert run(base, chosen, lambda share: heard.append(share) or len(heard) < 2) is None
    assert heard == [5000 / 12_000, 10_000 / 12_000]
    assert run(base, chosen, lambda share: share <= 1) is not None


def test_amounts_beyond_all_reason_are_refused():
    entry = Entry(id="x", amount="1000000000", repeat="days", start="2026-01-01", growth="1")
    base = based(small(more=(entry,)))
    huge = tuple(flow._replace(amount=flow.amount * 10**6) for flow in base.flows)
    with pytest.raises(ProblemError, match="金额大得算不了"):
        run(base._replace(flows=huge), stress())


def test_the_plan_is_read_without_numpy():
    code = (
        "import sys; import jiebei_desktop.files.plan_file, jiebei_desktop.planning.budget.outlook,"
        "jiebei_desktop.planning.stress.scenarios; sys.exit('numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

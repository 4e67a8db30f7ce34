"""Which debt first: simple rules, and the best that can be proven, for plain debts and for the plan's real loans.

Plain debts, a budget a month (the kind `payoff` of `calc`):

    asked = read_asked({"debts": [...], "budget": "500", "strategy": "optimal"})   # ProblemError names the field
    answer(asked)                       # Answer(plan: SimplePlan, bound, gap)

The plan's real loans, in four steps; money is yuan as `Decimal`, `today` the day on which the plan begins:

    debts = debts_of(plan, rules, today)            # .found: a RealDebt each, .left_out: the loans that can't be
    money = Money.monthly(amount, first_day, months, opening=cash)      # or Money(opening, flows=((day, amount), ...))
    result = optimum(debts.found, money, no_late=True, seconds=5, progress=told)       # takes its time: in a thread
    explain(result)                                 # sentences

- Every plan is an `Outcome`: `loans` (each with `payments`, `events` for the engine, `cost`, `cleared`), `months` (the
  table by month), `late`, `debt_free`, `cost`. The cost is all that is paid from today on, and what is still owed at
  the end, less the principal owed today: interest, fees and penalties.
- `as_agreed`, `snowball`, `avalanche`, `custom(debts, money, keys)` take milliseconds. The first three come with the
  result as `result.rules`; `result.best` is never above them. `by_extra` gives the points of a curve.
- `progress` gets a `Progress` now and then from the solver; where it returns False the best so far comes back. Without
  `no_late` it is the least bad plan; with it, too little money is a `ProblemError` of the field `money`.
- Instalments slip only around times in which the money is short as agreed, and until two incomes after; where it always
  suffices nothing is late. What is late is paid whole. A loan takes early money on its due days, in parts or, where a
  charge or a new rate makes parts no simple thing, all at once. The bound is that of all such plans.

Of a loan with no overdue rule (`RealDebt.knows_late` false) a late day counts nothing. Events that were planned for
after today are left out, new rates apart: the plan says where money goes.
"""

from __future__ import annotations

from jiebei_desktop.planning.payoff.asked import Answer, Asked, Strategy, answer, read_asked
from jiebei_desktop.planning.payoff.cash import Money
from jiebei_desktop.planning.payoff.debts import Debts, Early, LeftOut, RealDebt, debts_of
from jiebei_desktop.planning.payoff.optimum import Result, on_time, optimum
from jiebei_desktop.planning.payoff.outcome import Late, LoanPaid, Month, Outcome
from jiebei_desktop.planning.payoff.programme import Progress
from jiebei_desktop.planning.payoff.rules import Extra, as_agreed, avalanche, by_extra, custom, snowball
from jiebei_desktop.planning.payoff.walk import Paid
from jiebei_desktop.planning.payoff.words import daily_cost, explain, rule_name

__all__ = [
    "Answer",
    "Asked",
    "Debts",
    "Early",
    "Extra",
    "Late",
    "LeftOut",
    "LoanPaid",
    "Money",
    "Month",
    "Outcome",
    "Paid",
    "Progress",
    "RealDebt",
    "Result",
    "Strategy",
    "answer",
    "as_agreed",
    "avalanche",
    "by_extra",
    "custom",
    "daily_cost",
    "debts_of",
    "explain",
    "on_time",
    "optimum",
    "read_asked",
    "rule_name",
    "snowball",
]

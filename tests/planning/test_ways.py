"""Ways out: each against doing nothing, on the seed case and by figures worked out beside the program."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

import numpy_financial
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jiebei_desktop.engine import Arrears, Payment, Prepayment, RateChange, Restructure, Settlement
from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.planning.document import Plan, Relief
from jiebei_desktop.planning.last_days import break_even, helps_until
from jiebei_desktop.planning.late import loan_subject, subjects
from jiebei_desktop.planning.late_words import even_sentence, monthly_words, way_name, ways_sentence
from jiebei_desktop.planning.situation import Situation, WayKind, situation
from jiebei_desktop.planning.ways import cheapest, move_warning, outcome, way, ways
from jiebei_desktop.products import Brand, shipped_rules
from jiebei_desktop.products.conditions import OverdueRule
from jiebei_desktop.values import Method, ProblemError, RatePer

TODAY = date(2026, 11, 24)
LATE = 40
DUE = Decimal("5055.73")  # 4,890.57 + 91.63 + 73.53, see test_late


def seed(**relief: object) -> Situation:
    rules = shipped_rules()
    plan = sample_plan()
    plan = plan.model_copy(update={"relief": plan.relief.model_copy(update=relief)})
    return situation(plan, loan_subject(plan.loans[0], rules, TODAY), rules)


def huabei() -> Situation:
    rules = shipped_rules()
    plan = sample_plan()
    return situation(plan, next(each for each in subjects(plan, rules, TODAY) if each.loan is None), rules)


def test_paying_what_is_overdue_costs_the_penalty_and_nothing_else():
    found = outcome(seed(), WayKind.PAY_OVERDUE, LATE)
    assert (found.now, found.later, found.extra, found.clean) == (DUE, (), Decimal("73.53"), TODAY)


def test_doing_nothing_ends_with_paying_all_of_it_later():
    found = outcome(seed(wait_days=90), WayKind.NOTHING, LATE)
    # 90 nights more on 4,890.57: all nights come to 46.4185568 + 4,890.57 × 0.000616 × 99 = 344.67
    assert found.now == 0
    assert found.later == ((date(2027, 2, 22), Decimal("4982.20") + Decimal("344.67")),)
    assert found.extra == Decimal("344.67")
    assert found.clean == date(2027, 2, 22)


def test_the_story_of_the_seed_case_in_figures():
    """Two missed instalments turned into six months come to about 850 to 900 a month, less than a year of waiting."""
    found = outcome(seed(), WayKind.NEGOTIATE, LATE)
    assert found.now == 0
    assert found.by_month == (Decimal("879.65"),) * 6
    assert (found.clean, found.ends) == (TODAY, date(2027, 5, 24))
    assert found.extra == 6 * Decimal("879.65") - Decimal("4982.20") == Decimal("295.70")
    # beside the program: the level payment of 5,055.73 over 6 months at 15 % / 12 is within 2 yuan of it
    rough = Decimal(str(numpy_financial.pmt(0.15 / 12, 6, -5055.73)))
    assert abs(rough - Decimal("879.65")) < 2
    assert found.extra < outcome(seed(wait_days=365), WayKind.NOTHING, LATE).extra


@pytest.mark.parametrize(
    ("arrears", "months"),
    [
        # 4,982.20 without the penalty; 4,890.57 with 165.16 on top of the last instalment
        (Arrears.WAIVE_PENALTY, ("866.86", "866.86", "866.86", "866.86", "866.86", "866.84")),
        (Arrears.CARRY, ("850.91", "850.91", "850.91", "850.91", "850.91", "1016.08")),
    ],
)
def test_arrears_can_be_let_off_or_set_aside(arrears, months):
    found = outcome(seed(arrears=arrears), WayKind.NEGOTIATE, LATE)
    principal = {Arrears.WAIVE_PENALTY: 4982.20, Arrears.CARRY: 4890.57}[arrears]
    rough = numpy_financial.pmt(0.15 / 12, 6, -principal)
    assert abs(float(found.by_month[0]) - rough) < 2
    assert tuple(map(str, found.by_month)) == months


def test_a_rate_of_nought_only_splits_what_is_owed():
    found = outcome(seed(rate=Decimal(0), periods=3, first_due_date=date(2026, 12, 10)), WayKind.NEGOTIATE, LATE)
    assert found.later == (
        (date(2026, 12, 10), Decimal("1685.24")),
        (date(2027, 1, 10), Decimal("1685.24")),
        (date(2027, 2, 10), Decimal("1685.25")),
    )
    assert found.extra == Decimal("73.53")


def test_a_waiver_takes_its_share_off_the_penalty():
    found = outcome(seed(waiver_share=Decimal("0.8")), WayKind.WAIVER, LATE)
    assert found.now == DUE - Decimal("58.82")  # 80 % of 73.53
    assert found.extra == Decimal("14.71")


def test_moving_the_debt_adds_what_the_new_loan_costs():
    found = seed()
    moved = outcome(found, WayKind.MOVE, LATE)
    # 花呗, 6 instalments at 4.5 % of 5,055.73 = 227.51
    assert moved.now == 0
    assert moved.extra == Decimal("73.53") + Decimal("227.51")
    assert moved.total == DUE + Decimal("227.51")
    assert "新借的 5,055.73 元自己要多付 227.51 元" in move_warning(found, TODAY)


def test_money_cannot_be_moved_to_a_product_that_lends_no_such_sum():
    rules = shipped_rules()
    plan = sample_plan()
    option = plan.comparison.model_copy(update={"amount": Decimal(3000)})
    small = plan.model_copy(update={"comparison": option, "loans": ()})
    subject = next(each for each in subjects(small, rules, TODAY) if each.label.startswith("花呗"))
    found = way(situation(small, subject, rules), WayKind.MOVE, 0)
    assert found.outcome is None
    assert found.problem == "借呗一般最少借 1,000.00 元"  # an instalment is 522.50
    assert move_warning(situation(small, subject, rules), subject.due_date) == ""


def test_money_cannot_be_moved_where_too_much_is_owed_or_nobody_lends():
    rules, plan = shipped_rules(), sample_plan()
    large = plan.loans[0].model_copy(update={"principal": Decimal(300_000)})
    found = situation(plan, loan_subject(large, rules, TODAY), rules)
    assert way(found, WayKind.MOVE, LATE).problem == "花呗分期一般最多借 50,000.00 元"
    assert way(found._replace(other=None), WayKind.MOVE, LATE).problem == "没有另一个产品可借"


def test_a_card_of_one_s_own_is_not_told_that_it_is_none():
    found = seed()
    card = found._replace(subject=found.subject._replace(brand=Brand.OTHER))
    assert way(card, WayKind.CARD_PLAN, LATE).problem == "只适用于信用卡；是信用卡的话，条件要和银行谈"


def test_the_minimum_payment_is_for_huabei_on_its_due_day_only():
    assert way(seed(), WayKind.MINIMUM, LATE).problem == "只有花呗账单有最低还款"
    assert "24:00" in way(huabei(), WayKind.MINIMUM, 1).problem
    found = outcome(huabei(), WayKind.MINIMUM, 0)
    # 10 % of 2,090 now; 1,881 at 0.05 % a day for 31 days to the next due day = 29.1555, together with that instalment
    assert found.now == Decimal("209.00")
    assert found.by_month[0] == Decimal("1881.00") + Decimal("29.16") + Decimal("2090.00")
    assert found.extra == Decimal("29.16")
    assert helps_until(huabei(), WayKind.MINIMUM, 0) == date(2026, 7, 15)


def test_a_plan_for_cards_is_marked_as_such():
    assert way(seed(), WayKind.CARD_PLAN, LATE).problem == "只适用于信用卡，借呗、花呗用不了"


def test_putting_it_off_sets_the_penalty_aside():
    found = outcome(seed(), WayKind.DEFER, LATE)
    assert found.now == 0
    assert [day for day, _ in found.later] == [date(2026, 12, 24), date(2027, 1, 24)]
    # 4,890.57 over two months at 15 % a year, the overdue 91.63 + 73.53 with the last
    rough = numpy_financial.pmt(0.15 / 12, 2, -4890.57)
    assert abs(float(found.later[0][1]) - rough) < 2
    assert found.later[1][1] - found.later[0][1] == Decimal("165.16")


def test_the_cheapest_is_marked_and_named():
    found = seed()
    all_ways = ways(found, LATE)
    assert cheapest(all_ways) == {WayKind.WAIVER}
    assert ways_sentence(found, all_ways) == (
        "付得出 5,055.73 元的话，最省的是“还清逾期部分”：比按时还多付 73.53 元。"
        "一时拿不出钱，可以谈“协商分 6 期”：多付 295.70 元，以后每月 879.65 元。"
    )


def test_the_cheapest_asks_for_no_more_than_is_due():
    """Settling all would save interest, but whoever can't pay an instalment has no use for it."""
    long = sample_plan().loans[0].model_copy(update={"periods": 12})
    found = situation(sample_plan(), loan_subject(long, shipped_rules(), TODAY), shipped_rules())
    said = ways_sentence(found, ways(found, LATE))
    due = outcome(found, WayKind.PAY_OVERDUE, LATE)
    assert outcome(found, WayKind.PAY_ALL, LATE).extra < due.extra
    assert said.startswith(f"付得出 {due.now:,} 元的话，最省的是“还清逾期部分”：比按时还多付 {due.extra} 元")


def test_who_is_not_late_is_told_to_pay_on_the_day_and_nothing_of_what_is_overdue():
    running = sample_plan().loans[0].model_copy(update={"unpaid_from": None, "start_date": date(2026, 10, 1)})
    found = situation(sample_plan(), loan_subject(running, shipped_rules(), TODAY), shipped_rules())
    due = outcome(found, WayKind.PAY_OVERDUE, 0)
    said = ways_sentence(found, ways(found, 0))
    assert said.startswith(f"付得出 {due.now:,} 元的话，按时还就好，一分不多付。")
    assert "逾期部分" not in said


def test_until_when_a_way_helps():
    found = seed(wait_days=90)
    # paying what is overdue one day before doing nothing would have paid it is still cheaper
    assert helps_until(found, WayKind.PAY_OVERDUE, LATE) == date(2027, 2, 21)
    assert helps_until(found, WayKind.NOTHING, LATE) is None
    last = helps_until(found, WayKind.NEGOTIATE, LATE)
    assert last == date(2026, 12, 9)
    nothing = outcome(found, WayKind.NOTHING, LATE).extra
    days = (last - date(2026, 10, 15)).days
    assert outcome(found, WayKind.NEGOTIATE, days).extra < nothing <= outcome(found, WayKind.NEGOTIATE, days + 1).extra


def test_where_two_ways_cost_the_same():
    found = seed()
    last = break_even(found, WayKind.NEGOTIATE, WayKind.PAY_OVERDUE, LATE)
    # 295.70 − 46.4185568 of the first nights buys 82.7 nights of 4,890.57 × 0.000616: until 82 after 2026-11-15
    assert last == date(2027, 2, 5)
    assert break_even(found, WayKind.PAY_OVERDUE, WayKind.NEGOTIATE, LATE) is None
    said = even_sentence(found, WayKind.NEGOTIATE, WayKind.PAY_OVERDUE, LATE)
    assert "多付 295.70 元" in said
    assert "2027 年 2 月 5 日以前（73 天内）" in said
    assert "总比" in even_sentence(found, WayKind.PAY_OVERDUE, WayKind.NEGOTIATE, LATE)
    assert "只有花呗账单有最低还款" in even_sentence(found, WayKind.MINIMUM, WayKind.PAY_ALL, LATE)
    assert "只有花呗账单有最低还款" in even_sentence(found, WayKind.PAY_ALL, WayKind.MINIMUM, LATE)


def test_settling_early_saves_the_interest_that_is_not_due_yet():
    found = outcome(
        seed()._replace(subject=loan_subject(paid_so_far(), shipped_rules(), date(2026, 9, 1))), WayKind.PAY_ALL, 0
    )
    # on 2026-09-15 instalment 3 and the principal after it: the interest of the last two, 62.1 and 30.2, is saved
    assert found.extra == -(Decimal("2491.09") + Decimal("2491.11") - Decimal("4890.57"))


def paid_so_far():
    return sample_plan().loans[0].model_copy(update={"unpaid_from": None})


def test_nothing_due_is_said():
    loan = paid_so_far()
    loan = loan.model_copy(update={"events": (Settlement(date=date(2026, 8, 20)),)})
    subject = loan_subject(loan, shipped_rules(), date(2026, 8, 20))
    found = situation(sample_plan(), subject, shipped_rules())
    assert {
        each.problem for each in ways(found, 5) if each.kind in {WayKind.PAY_OVERDUE, WayKind.NOTHING, WayKind.DEFER}
    } == {"那天没有要还的"}


def test_an_unknown_penalty_is_no_way_out():
    rules = shipped_rules()
    plan = sample_plan()
    subject = loan_subject(plan.loans[0], rules, TODAY)._replace(rule=None)
    found = situation(plan, subject, rules)
    assert all(each.outcome is None for each in ways(found, LATE))
    assert helps_until(found, WayKind.PAY_ALL, LATE) is None
    assert break_even(found, WayKind.PAY_ALL, WayKind.WAIVER, LATE) is None
    with pytest.raises(ProblemError, match="不知道借呗 5 期逾期一天多收多少"):
        subject.cost(3)


def test_names_have_their_figures():
    found = seed(wait_days=30, periods=12, defer_months=2, waiver_share=Decimal("0.25"))
    assert [way_name(found, kind) for kind in WayKind] == [
        "不管它，\n再拖 30 天",
        "还清\n逾期部分",
        "一次\n结清",
        "最低还款，\n下月还其余",
        "整体推迟 \n2 个月",
        "协商\n分 12 期",
        "结清，罚息\n减 25%",
        "借花呗\n来还",
        "信用卡个性化分期\n最长 60 期",
    ]
    assert monthly_words(outcome(seed(), WayKind.DEFER, LATE)) == "最多 2,656.26"


def happenings():
    """What can have happened to a loan in the seed's year: payments, money paid early, a new rate, a new plan."""
    day = st.dates(date(2026, 6, 16), date(2027, 6, 1))
    amount = st.decimals("1", 3000, places=2)
    return st.lists(
        st.one_of(
            st.builds(lambda when, much: Payment(date=when, amount=much), day, amount),
            st.builds(lambda when, much: Prepayment(date=when, amount=much), day, amount),
            st.builds(lambda when, rate: RateChange(date=when, rate=rate, rate_per=RatePer.YEAR), day, st.just("0.2")),
            st.builds(lambda when, count: Restructure(date=when, periods=count), day, st.integers(2, 8)),
        ),
        max_size=3,
    )


SAID = {
    "那天没有要还的",
    "只有花呗账单有最低还款",
    "只适用于信用卡，借呗、花呗用不了",
    "还没有罚息可减",
    "这样分期，前面每期都还不到本金；请减少期数或利率",
}


@given(
    days=st.integers(0, 300),
    periods=st.integers(1, 24),
    rate=st.none() | st.decimals(0, "0.36", places=4),
    arrears=st.sampled_from(Arrears),
    wait=st.integers(1, 200),
    share=st.decimals("0.01", 1, places=2),
    method=st.sampled_from([Method.EQUAL_PAYMENT, Method.EQUAL_PRINCIPAL, Method.INTEREST_FIRST, Method.BULLET]),
    number=st.none() | st.integers(1, 5),
    events=happenings(),
    today=st.dates(date(2026, 6, 15), date(2027, 3, 1)),
)
@settings(max_examples=150)
def test_a_way_leaves_nothing_owed_and_costs_what_its_money_says(
    days, periods, rate, arrears, wait, share, method, number, events, today
):
    rules = shipped_rules()
    plan: Plan = sample_plan()
    loan = plan.loans[0].model_copy(update={"unpaid_from": number, "method": method, "events": tuple(events)})
    relief = plan.relief.model_copy(
        update={"periods": periods, "rate": rate, "arrears": arrears, "wait_days": wait, "waiver_share": share}
    )
    plan = plan.model_copy(update={"relief": relief})
    try:
        subject = loan_subject(loan, rules, today)
        books = subject.at(days)
    except ProblemError:  # such a loan can't be: its own page says so
        assume(False)
    found = situation(plan, subject, rules)
    day = subject.on(days)
    books = found.books(day)
    before = books.paid
    costs = {}
    for each in ways(found, days):
        if each.outcome is None:
            assert each.problem in SAID or each.problem.startswith("花呗分期一般"), each
            continue
        worked_out = each.outcome
        assert worked_out.now >= 0
        assert all(amount > 0 and when > day for when, amount in worked_out.later)
        if each.kind is not WayKind.MOVE:
            assert before + worked_out.total - found.agreed(day) == worked_out.extra
        costs[each.kind] = worked_out
    if WayKind.PAY_OVERDUE in costs:
        assert costs[WayKind.PAY_OVERDUE].now == books.due_now
    if WayKind.PAY_ALL in costs:
        assert (costs[WayKind.PAY_ALL].now, costs[WayKind.PAY_ALL].later) == (books.settlement, ())
    if WayKind.WAIVER in costs:
        off = (books.penalty_total * share).quantize(Decimal("0.01"), ROUND_HALF_UP)
        assert costs[WayKind.WAIVER].extra == costs[WayKind.PAY_ALL].extra - off
    if WayKind.NEGOTIATE in costs:  # all of it comes later, and by as many instalments
        assert costs[WayKind.NEGOTIATE].now == 0
        assert len(costs[WayKind.NEGOTIATE].later) in {periods, periods - 1}
        if not rate and rate is not None and arrears is not Arrears.WAIVE_PENALTY:
            owed = books.balance + books.normal_interest + sum(d.interest + d.fee for d in books.unpaid)
            assert costs[WayKind.NEGOTIATE].total == owed + books.penalty_total - books.credit


def test_on_its_due_date_an_instalment_is_put_off_with_all_that_follow():
    loan = paid_so_far().model_copy(update={"periods": 12})
    subject = loan_subject(loan, shipped_rules(), date(2026, 9, 15))
    found = situation(sample_plan(), subject, shipped_rules())
    assert (subject.number, subject.due_date) == (3, date(2026, 9, 15))
    assert len(outcome(found, WayKind.DEFER, 0).later) == 10
    assert len(outcome(found, WayKind.DEFER, 1).later) == 10
    assert len(outcome(found, WayKind.DEFER, 30).later) == 10


def test_putting_off_saves_nothing_where_a_fee_is_charged_or_interest_comes_first():
    rules, plan = shipped_rules(), sample_plan()
    first = paid_so_far().model_copy(update={"method": Method.INTEREST_FIRST})
    found = situation(plan, loan_subject(first, rules, date(2026, 9, 15)), rules)
    put_off = outcome(found, WayKind.DEFER, 0)
    assert put_off.extra > 0
    assert put_off.later[-1][1] > 12_000  # principal still at the end
    last = huabei()._replace(
        subject=huabei().subject._replace(number=4, due_date=date(2026, 10, 15), since=date(2026, 10, 15))
    )
    # 6,000 of principal left: 45 an instalment by share, but the plan asks for 90 each, so 270 in all stay
    assert outcome(last, WayKind.DEFER, 0).extra == 0


def test_money_of_the_same_day_is_told_from_the_way_s_own():
    paid = sample_plan().loans[0].model_copy(update={"events": (Payment(date=TODAY, amount=Decimal(3000)),)})
    found = situation(sample_plan(), loan_subject(paid, shipped_rules(), TODAY), shipped_rules())
    assert outcome(found, WayKind.PAY_OVERDUE, found.subject.days).now == DUE - 3000


def test_what_is_not_known_yet_does_not_count():
    later = (
        sample_plan().loans[0].model_copy(update={"events": (Payment(date=date(2026, 11, 20), amount=Decimal(2600)),)})
    )
    subject = loan_subject(later, shipped_rules(), TODAY)
    found = situation(sample_plan(), subject._replace(number=4, due_date=date(2026, 10, 15)), shipped_rules())
    assert outcome(found, WayKind.NOTHING, 0).extra > 0


def test_a_new_rate_to_come_stops_no_way_and_an_agreed_rate_stays():
    change = RateChange(date=date(2026, 12, 20), rate=Decimal("0.3"), rate_per=RatePer.YEAR)
    loan = sample_plan().loans[0].model_copy(update={"events": (change,)})
    rules, plan = shipped_rules(), sample_plan()
    found = situation(plan, loan_subject(loan, rules, TODAY), rules)
    assert [each.kind for each in ways(found, LATE) if each.outcome] == [
        each.kind for each in ways(seed(), LATE) if each.outcome
    ]
    assert outcome(found, WayKind.NEGOTIATE, LATE).extra > outcome(seed(), WayKind.NEGOTIATE, LATE).extra
    plan = plan.model_copy(update={"relief": plan.relief.model_copy(update={"rate": Decimal(0)})})
    free = situation(plan, found.subject, rules)
    assert outcome(free, WayKind.NEGOTIATE, LATE).extra == Decimal("73.53")


def test_money_paid_early_while_late_went_to_what_was_due():
    loan = (
        sample_plan().loans[0].model_copy(update={"events": (Prepayment(date=date(2026, 11, 4), amount=Decimal(500)),)})
    )
    same = loan.model_copy(update={"events": (Payment(date=date(2026, 11, 4), amount=Decimal(500)),)})
    rules, plan = shipped_rules(), sample_plan()
    costs = [
        outcome(situation(plan, loan_subject(each, rules, TODAY), rules), WayKind.PAY_OVERDUE, LATE).extra
        for each in (loan, same)
    ]
    assert costs[0] == costs[1]


def test_what_was_agreed_first_is_what_a_new_plan_is_held_against():
    """Money paid early under a new plan is no part of the plan before it."""
    events = (
        Restructure(date=date(2026, 8, 20), periods=6),
        Prepayment(date=date(2026, 9, 25), amount=Decimal(500)),
    )
    loan = paid_so_far().model_copy(update={"events": events})
    rules = shipped_rules()
    found = situation(sample_plan(), loan_subject(loan, rules, date(2026, 10, 1)), rules)
    assert found.agreed(date(2026, 10, 1)) == Decimal("12455.47")  # 4 × 2,491.09 + 2,491.11


def test_a_lender_s_least_sum_is_lent():
    rules, plan = shipped_rules(), sample_plan()
    option = plan.comparison.model_copy(update={"amount": Decimal("5741.63")})
    small = plan.model_copy(update={"comparison": option, "loans": ()})
    subject = next(each for each in subjects(small, rules, TODAY) if each.label.startswith("花呗"))
    found = situation(small, subject, rules)
    assert found.books(subject.due_date).due_now == Decimal(1000)  # 956.94 and 43.06
    assert way(found, WayKind.MOVE, 0).outcome is not None


def test_where_nothing_costs_doing_nothing_is_not_called_cheapest():
    rules, plan = shipped_rules(), sample_plan()
    subject = loan_subject(plan.loans[0], rules, TODAY)
    free = situation(plan, subject._replace(rule=OverdueRule(penalty_rate=Decimal(0))), rules)
    all_ways = ways(free, LATE)
    assert WayKind.NOTHING not in cheapest(all_ways)
    assert "不管它" not in ways_sentence(free, all_ways)


def test_the_end_of_the_calendar_is_said():
    loan = paid_so_far().model_copy(update={"start_date": date(2199, 3, 1)})
    found = situation(sample_plan(), loan_subject(loan, shipped_rules(), date(2199, 4, 1)), shipped_rules())
    assert {each.problem for each in ways(found, 0)} == {"太远了，算不到那时候"}


def test_putting_off_waits_for_nothing():
    """Waiting makes no way cheaper, which the search for a last day rests on."""
    for found in (seed(), huabei()):
        for kind in WayKind:
            costs = [way(found, kind, days).outcome for days in range(0, 200, 7)]
            extras = [each.extra for each in costs if each]
            assert all(after >= before - Decimal("0.05") for before, after in pairwise(extras)), kind


@pytest.mark.parametrize(("periods", "unpaid_from", "asked"), [(5, 4, 6), (12, 4, 12), (12, 1, 18), (24, 1, 30)])
def test_a_new_plan_is_asked_for_over_more_periods_than_are_left(periods, unpaid_from, asked):
    """Who can't pay an instalment is helped by a lower one only."""
    loan = sample_plan().loans[0].model_copy(update={"periods": periods, "unpaid_from": unpaid_from})
    found = situation(sample_plan(), loan_subject(loan, shipped_rules(), TODAY), shipped_rules())
    assert found.periods == asked
    day = (TODAY - found.subject.due_date).days
    assert max(outcome(found, WayKind.NEGOTIATE, day).by_month) < found.subject.instalment
    assert found._replace(relief=Relief(periods=2)).periods == 2

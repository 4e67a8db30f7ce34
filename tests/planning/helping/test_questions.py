"""The 18 questions: each answered with the plan's own figures, its sources named, and a page that shows it."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from jiebei_desktop import text
from jiebei_desktop.engine import Payment
from jiebei_desktop.planning.budget.memory import Memory
from jiebei_desktop.planning.custom import with_own_products
from jiebei_desktop.planning.document import CustomProduct, Loan, Plan
from jiebei_desktop.planning.helping.answer import Answer
from jiebei_desktop.planning.helping.questions import answer, questions
from jiebei_desktop.planning.overview import overview
from jiebei_desktop.products import RuleBook, book_of
from jiebei_desktop.products.own import BILL, OwnFigure
from tests.conftest import TODAY
from tests.planning.helping.plans import empty, loan, sample, three, with_money
from tests.planning.test_due_days import SEED, with_
from tests.planning.test_overview import PHONE

KEYS = [question.key for question in questions()]
PLANS = {"sample": sample, "empty": empty, "three": three, "with_money": with_money}
PAGES = {"overview", "loans", "compare", "late", "budget", "payoff", "stress", "reconcile", "rules", "help"}
HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture
def said(rules) -> Callable[[str, Callable[[RuleBook], Plan]], Answer]:
    def say(key: str, plan: Callable[[RuleBook], Plan]) -> Answer:
        return answer(key, plan(rules), rules, TODAY)

    return say


def test_the_questions_are_those_of_the_reference_in_their_order():
    assert KEYS == [
        "instalments",
        "limit",
        "interest",
        "credit",
        "overdue",
        "debit",
        "early",
        "due_day",
        "minimum",
        "late_days",
        "defer",
        "change_day",
        "mismatch",
        "part",
        "negotiate",
        "methods",
        "holidays",
        "order",
    ]
    assert {question.page for question in questions()} <= PAGES


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("key", KEYS)
def test_every_answer_is_whole_and_leads_somewhere(said, key, plan):
    found = said(key, PLANS[plan])
    assert found.page in PAGES
    assert found.action.startswith(("去“", "填一笔"))
    assert found.support.sources
    assert found.support.confidence
    for sentence in (found.lead, *found.paragraphs, *found.support.unsure):
        assert sentence.endswith(("。", "）")), sentence
    for line in found.text.splitlines():
        assert not re.search(r"[{}]|NaN|None|Decimal|inf\b", line), line
        assert line.strip() == line


@pytest.mark.parametrize("key", KEYS)
def test_without_a_loan_an_example_is_told_as_one_and_leads_to_an_own_loan(said, key):
    found = said(key, empty)
    if found.example and key != "minimum":
        assert (found.page, found.loan_id, found.action) == ("loans", "", "填一笔自己的借款")
    assert found.example == any("这是例子" in sentence for sentence in found.paragraphs)
    assert not said(key, sample).example


def test_the_questions_that_need_no_loan_give_no_example(said):
    assert [key for key in KEYS if not said(key, empty).example] == ["limit", "credit", "change_day"]


# 4,890.57 yuan of principal are late; 15 % ÷ 365 × 1.5 is 0.0616 % a day, to 6 decimals. 40 days make 73.53 yuan by the
# books: 2 instalments of 2,491.09 and 2,491.11, and the penalty, are 5,055.73.
@pytest.mark.parametrize(
    ("key", "parts"),
    [
        (
            "instalments",
            ("每期还 2,491.09 元", "一共多付 455.47 元", "实际年化 16.08%", "8.8%，折成一年是 15.86%"),
        ),
        ("limit", ("再借一笔，往后会有一天不够", "要留 300.00 元")),
        # 4,890.57 × 15 % × 30 ÷ 365 = 60.294699
        ("interest", ("4,890.57 × 年利率 15% × 30 天 ÷ 365 = 60.294699", "60.29 元")),
        ("credit", ("借呗 5 期逾期 40 天", "5 年", "花呗 2021 年 9 月起也接入征信")),
        ("overdue", ("今天付 5,055.73 元就不再逾期", "再拖一天多付 3.01 元", "第 61 天起")),
        ("debit", ("前一天晚上", "11:30 到 12:00", "先扣余额", "哪天还都行")),
        ("early", ("一次还清要 5,055.73 元，不会少付",)),
        ("due_day", ("24:00 以前还够，不算逾期", "借呗 5 期逾期 40 天")),
        # 10 % of 400; 360 × 0.05 % × 31 days to 10 January = 5.58
        ("minimum", ("账单 400.00 元", "最低还 40.00 元", "剩下 360.00 元", "多付 5.58 元", "一共 365.58 元")),
        # 4,890.57 × 0.0616 % = 3.0126 a day
        ("late_days", ("再拖 1 天多付 3.01 元，7 天 21.09 元，30 天 90.38 元", "逾期本金 × 日利率 × 1.5")),
        ("defer", ("整体推迟 1 个月", "按 0 天算")),
        ("change_day", ("每月 15 日还", "5 日出账（15 日还）", "1 日出账、10 日还")),
        ("mismatch", ("每期 1,300.00 元不可能", "2,491.09 元")),
        # half is 2,527.87: penalty 73.53, interest 60.29 + 31.34, principal 2,362.71; 2,527.86 × 0.0616 % × 30 = 46.71
        ("part", ("先还一半 2,527.87 元，再过 30 天多付 46.71 元", "一分不还，多付 90.38 元")),
        ("negotiate", ("协商分 6 期", "以后每月还 879.65 元", "多付 295.70 元")),
        # interest first: 12,000 × 15 % ÷ 365 is 147.95 in 30 days, 152.88 in 31: 2 × 147.95 + 3 × 152.88 = 754.54
        ("methods", ("一共多付 455.47 元", "一共多付 754.54 元", "少付 299.07 元")),
        ("holidays", ("还款日不因周末和节假日推后", "现在没有往后的还款日")),
        ("order", ("先还借呗 5 期逾期的部分", "5,055.73 元")),
    ],
)
def test_the_sample_fills_its_figures_in(said, key, parts):
    found = said(key, sample)
    for part in parts:
        assert part in found.text


# 10,000 yuan over 12 at 0.04 % a day from 24 November: 120.00 yuan of interest in the first 30 days.
@pytest.mark.parametrize(
    ("key", "parts"),
    [
        ("instalments", ("每期还 900.47 元", "借呗 12 期 10,000.00 元，从今天借起")),
        ("limit", ("1,000.00 到 300,000.00 元", "10.00 到 50,000.00 元")),
        ("interest", ("10,000.00 × 日利率 0.04% × 30 天 = 120.00",)),
        ("debit", ("下一个还款日是 2026 年 12 月 24 日，一共要备好 900.47 元",)),
        # settled after 30 days: 120.00 instead of 805.68
        ("early", ("一次还清要 10,120.00 元，比照期还少付 685.68 元",)),
        # 10 % of 1,000; 900 × 0.05 % × 31 = 13.95
        ("minimum", ("最低还 100.00 元", "多付 13.95 元", "913.95 元")),
        # 780.47 of principal × 0.06 % a day: 0.468282, 3.277974, 14.04846
        ("late_days", ("晚 1 天多付 0.47 元，晚 7 天 3.28 元，晚 30 天 14.05 元",)),
        # 10,000 × 0.04 % × 365 days = 1,460.00
        ("methods", ("每月等额比先息后本少付 654.32 元", "最后一期 10,124.00 元，一共多付 1,460.00 元")),
        ("order", ("多出来的钱先还借呗 12 期", "每一万元一天 4.00 元", "花呗分期 12 期提前还省不了")),
    ],
)
def test_an_empty_plan_is_told_by_an_example(said, key, parts):
    found = said(key, empty)
    for part in parts:
        assert part in found.text


@pytest.mark.parametrize(
    ("key", "parts"),
    [
        ("instalments", ("装修：每期还 49.00 到 5,052.50 元", "手机：第 2 期 627.00 元，一共多付 162.00 元")),
        ("credit", ("你填的借款现在都没有逾期",)),
        # 5,000 × 0.035 % × 30 = 52.50; 3,600 × 4.5 % ÷ 6 = 27.00
        ("interest", ("5,000.00 × 日利率 0.035% × 30 天 = 52.50", "手续费 3,600.00 × 4.5% ÷ 6 期 = 27.00")),
        # 627.00 × 0.05 % × 1, 7 and 30 days; the interest of 装修 bears none
        (
            "late_days",
            ("手机：2026 年 12 月 9 日那期，晚 1 天多付 0.31 元，晚 7 天 2.19 元，晚 30 天 9.41 元", "晚 1 天 0.00 元"),
        ),
        # 316.75 of interest in all, 52.50 of it by then; 5 × 627.00 with every fee
        (
            "early",
            (
                "装修：2026 年 12 月 1 日一次还清要 5,052.50 元，比照期还少付 264.25 元",
                "手机：还清要 3,135.00 元，少付 0.00 元",
                "以后各期的手续费照收",
            ),
        ),
        ("debit", ("下一个还款日是 2026 年 12 月 1 日，一共要备好 52.50 元",)),
        (
            "due_day",
            ("装修：下一个还款日是 2026 年 12 月 1 日", "2026 年 12 月 9 日，要还 627.00 元"),
        ),
        ("part", ("先还一半 313.50 元，再过 30 天多付 4.70 元", "一分不还，多付 9.41 元")),
        # 9 and 10 January, 10 April, 1 May and 10 July 2027 are Saturdays or Sundays
        ("holidays", ("往后 12 个月有 21 个还款日，5 个碰上休息日；最近的是 2027 年 1 月 9 日",)),
        ("order", ("多出来的钱先还借呗 12 期", "装修：每一万元一天 3.50 元", "手机提前还省不了")),
    ],
)
def test_three_loans_are_all_in_the_answer(said, key, parts):
    found = said(key, three)
    for part in parts:
        assert part in found.text


def test_an_answer_about_one_loan_leads_to_that_loan(said):
    assert (said("late_days", three).page, said("late_days", three).loan_id) == ("late", "phone")
    assert (said("overdue", sample).page, said("overdue", sample).loan_id) == ("late", "seed")
    assert said("order", three).loan_id == ""


def test_what_can_be_carried_is_what_the_budget_says(said):
    found = said("limit", with_money)
    assert found.lead == "按你填的收支，借呗 12 期最多再借 22,600.00 元，往后每天都还留得住 500.00 元。"
    carried = dict(found.figures)
    # on 10 December there are 1,000 + 6,000 - 4,000 yuan, of which 500 stay
    assert carried["花呗全额还"] == "最多 2,500.00 元，一次最多还 2,500.00 元"
    # 22,500 ÷ 12 + 22,500 × 8.8 % ÷ 12; twelve of them are 24,480, and 12 × 2,000 + 1,000 - 500 are there
    assert carried["花呗分期 12 期"] == "最多 22,500.00 元，一次最多还 2,040.00 元"
    assert "花呗最低还款" not in carried


def test_a_loan_that_cannot_be_worked_out_is_said_to_be_left_out(rules):
    unpriced = loan("a", principal="1000", start="2026-11-01", periods=3)
    found = answer("late_days", empty(rules).model_copy(update={"loans": (unpriced,)}), rules, TODAY)
    assert found.example
    assert "有 1 笔借款还算不出来，没有算在这里；原因在“借款”里。" in found.paragraphs


def test_a_loan_of_which_nobody_knows_what_being_late_costs_says_so(rules):
    old = loan(
        "old",
        product="jiebei_instalment",
        principal="6000",
        start="2026-10-01",
        periods=6,
        method="flat_fee",
        fee_rate="0.039",
    )
    plan = empty(rules).model_copy(update={"loans": (old,)})
    assert answer("late_days", plan, rules, TODAY).lead.startswith("不知道借呗分期贷（旧） 6 期逾期一天多收多少")
    assert "现在不行：不知道" in answer("negotiate", plan, rules, TODAY).text
    # fees to come are 5 × 39.00; instead of 4 of them 3 % of the 4,000 left after the next instalment, 120.00
    assert "少付 36.00 元" in answer("early", plan, rules, TODAY).lead


def test_without_any_product_rule_an_answer_says_why_there_is_none(rules):
    found = answer("late_days", three(rules), book_of(()), TODAY)
    assert found.lead == "产品规则读不了，举不了例子。"
    assert found.page == "late"


def test_an_own_figure_of_a_rule_is_followed_and_named(rules):
    own = OwnFigure(BILL, None, "minimum_share", '"0.20"', TODAY)
    found = answer("minimum", empty(rules), rules.with_own([own]), TODAY)
    assert "最低还 200.00 元" in found.lead  # 20 % of 1,000
    assert "你自己改的" in [str(source.title) for source in found.support.sources]


@pytest.mark.parametrize("plan", ["sample", "empty"])
def test_in_english_no_answer_has_a_chinese_sign(rules, plan):
    catalogue = text.read_catalogue(text.ENGLISH)
    if ("Help", "几笔借款，先还哪个？") not in catalogue:
        pytest.skip("the help is not in the catalogue yet")
    text.use(text.ENGLISH)
    for question in questions():
        found = answer(question.key, PLANS[plan](rules), rules, TODAY)
        for said in (question.title, found.text, found.action, *found.support.unsure):
            assert not HAN.search(said), said


# --- what is unusual --------------------------------------------------------------------------------------------------


def asked(key: str, *lent: Loan, rules: RuleBook, today: date = TODAY) -> Answer:
    return answer(key, empty(rules).model_copy(update={"loans": lent}), rules, today)


def test_what_falls_due_next_is_told_though_a_later_one_is_said_to_be_missed(rules):
    level = loan("level", principal="10000", start="2026-09-10", periods=12, rate="0.0004", unpaid_from=6)
    assert (
        "借呗 12 期：下一个还款日是 2026 年 12 月 10 日，要还 900.54 元。" in asked("due_day", level, rules=rules).text
    )
    said = "借呗 12 期第 3 期，2026 年 12 月 10 日到期，按条件算是 900.54 元。"
    assert said in asked("mismatch", level, rules=rules).paragraphs


def test_what_was_paid_ahead_is_taken_off_what_falls_due_next_but_not_off_the_bill(rules):
    """2,600 on the 15th of October pay 2,491.09, and 108.91 of 2,491.11."""
    ahead = with_(SEED, Payment(date=date(2026, 10, 15), amount=Decimal(2600)))
    today = date(2026, 10, 20)
    assert "2026 年 11 月 15 日，要还 2,382.20 元" in asked("due_day", ahead, rules=rules, today=today).text
    assert "2026 年 11 月 15 日到期，按条件算是 2,491.11 元" in asked("mismatch", ahead, rules=rules, today=today).text


def test_on_its_last_due_day_a_loan_is_still_told_and_after_it_no_more(rules):
    last = date(2027, 2, 10)
    found = asked("due_day", PHONE, rules=rules, today=last)
    assert not found.example
    assert "手机：下一个还款日是 2027 年 2 月 10 日，要还 2,000.00 元。" in found.paragraphs
    assert asked("due_day", PHONE, rules=rules, today=date(2027, 2, 11)).example


def test_a_loan_whose_every_instalment_is_paid_ahead_is_not_told(rules):
    whole = Payment(date=date(2026, 12, 10), amount=Decimal(6000))
    paid = with_(PHONE, whole, unpaid_from=1)
    assert asked("due_day", paid, rules=rules, today=date(2026, 12, 20)).example


def test_a_month_without_the_due_day_is_spoken_of(rules):
    """Lent on the 31st of October: due on the 30th of November, the 31st of December, the 28th of February."""
    friend = CustomProduct(id="own_friend", name="同事", rate=Decimal("0.15"))
    own = with_own_products(rules, (friend,), TODAY)
    lent = loan("lent", name="同事的", product="own_friend", principal="5000", start="2026-10-31", periods=6)
    lent = lent.model_copy(update={"rate": Decimal("0.15"), "rate_per": "year"})
    assert "同事的现在每月 31 日还，没有这一天的月份在月底还。" in asked("change_day", lent, rules=own).paragraphs


# 1,304.91 + 1,321.77 of principal are late, 1,344.31 more from 12 December on, at 0.075 % a day: by 24 December
# 2,626.68 × 30 days + 1,344.31 × 12 days = 59.1003 + 12.0988. Half of 2,865.34 leaves 1,432.67 of them.
def test_paying_nothing_for_a_month_costs_the_same_in_two_answers(rules):
    late = loan("late", principal="8000", start="2026-08-12", periods=6, rate="0.0005", unpaid_from=2)
    assert "30 天 71.20 元" in asked("late_days", late, rules=rules).lead
    said = "先还一半 1,432.67 元，再过 30 天多付 44.33 元；一分不还，多付 71.20 元。"
    assert said in asked("part", late, rules=rules).text


def test_what_is_to_be_paid_first_is_with_what_falls_due_today(rules):
    """2,491.09 late for 31 days at 0.0616 % of 2,430.80: 46.42; and 2,491.11 today."""
    today = date(2026, 11, 15)
    assert "今天付 5,028.62 元，它就不再逾期" in asked("order", SEED, rules=rules, today=today).lead
    assert overview(empty(rules).model_copy(update={"loans": (SEED,)}), rules, today).due_now == Decimal("5028.62")


def test_loans_of_which_nobody_knows_what_a_late_day_costs_are_named_beside_the_others(rules):
    terms = {"principal": "6000", "start": "2026-10-01", "periods": 6, "method": "flat_fee", "fee_rate": "0.039"}
    old = loan("old", name="老的", product="jiebei_instalment", **terms)
    found = asked("late_days", old, *three(rules).loans, rules=rules)
    assert found.lead.startswith("手机")
    assert "不知道老的逾期一天多收多少。请在“规则”里填，或者换一笔看。" in found.paragraphs


def test_an_own_charge_for_paying_early_is_not_denied(rules):
    value = '{"fees_left": "none", "charge_rate": "0.03", "at_least_one_fee": false}'
    own = OwnFigure("jiebei", rules.rule("jiebei", TODAY).in_force_from, "early", value, TODAY)
    found = answer("early", three(rules), rules.with_own([own]), TODAY)
    assert "借呗按“另收提前还的本金的 3%”算；各处说法不一，以自己 App 提前还款页上的为准。" in found.paragraphs
    assert "没有违约金" not in found.text


def test_where_money_is_debited_is_the_first_thing_said(said):
    assert said("debit", sample).lead.startswith("先扣余额，再扣银行卡，最后扣余额宝；")


def test_what_others_say_are_sentences_in_english(rules):
    text.use(text.ENGLISH)
    (others,) = (each for each in answer("credit", sample(rules), rules, TODAY).support.unsure if "Others" in each)
    assert "Some lenders report on the same day. It is reported after 1 day. " in others


@pytest.mark.parametrize("plan", PLANS)
def test_what_earlier_answers_worked_out_changes_nothing(rules, plan):
    memory, asked_of = Memory(), PLANS[plan](rules)
    for key in KEYS:
        assert answer(key, asked_of, rules, TODAY, memory) == answer(key, asked_of, rules, TODAY)

"""The letter, the fact sheet and the checklist: the user's own figures, and nothing that is not known."""

import re
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest

from jiebei_desktop import text as language
from jiebei_desktop.engine import Arrears, Payment, RateChange, Restructure, Waiver, WaiverOf
from jiebei_desktop.planning.checklist import checklist, checklist_sheet
from jiebei_desktop.planning.custom import with_own_products
from jiebei_desktop.planning.document import CustomProduct, Loan, Relief
from jiebei_desktop.planning.entry import new_plan
from jiebei_desktop.planning.facts import fact_sheet
from jiebei_desktop.planning.late import loan_subject
from jiebei_desktop.planning.letter import letter, remark, too_early
from jiebei_desktop.planning.sheet import text
from jiebei_desktop.planning.situation import Situation, WayKind, situation
from jiebei_desktop.planning.ways import way
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.products.stages import shipped_overdue
from tests.conftest import SEED, TODAY

RULES = shipped_rules()
FLAT = SEED | {
    "product": "huabei_instalment",
    "method": "flat_fee",
    "periods": 6,
    "rate": None,
    "rate_per": "day",
    "fee_rate": "0.045",
}


def found(relief: Relief | None = None, loan=SEED, rules=RULES, **changes) -> Situation:
    """Return where the seed loan stands: 12,000 over 5 at 15 % a year, unpaid from the fourth instalment on."""
    made = Loan.model_validate(loan | changes)
    plan = new_plan("x", rules, TODAY).with_loan(made)
    plan = plan.model_copy(update={"relief": relief or Relief()})
    return situation(plan, loan_subject(made, rules, TODAY), rules)


def block(sheet, heading: str) -> list[str]:
    """Return the lines under a heading, which is there once."""
    (lines,) = [lines[1:] for lines in map(str.splitlines, sheet.paragraphs) if lines[0] == heading]
    return lines


OWED = "到 2026 年 11 月 24 日，我算出来欠的是："
SO = "我想这样还："
MEANS = "我每个月的收支："


# --- the letter -------------------------------------------------------------------------------------------------------


def test_the_whole_letter_of_the_seed_loan():
    said = text(letter(found(Relief(reason="失业了。", income="6000", spending="4000", signature="张三")), 40))
    assert (
        said
        == """协商还款申请

借呗的客服、贷款人：
您好。2026 年 6 月 15 日，我借了 12,000.00 元，分 5 期还。我想把这笔钱还清。\
按原来的计划，我现在有困难，所以写这封信，和您商量一个新的还款计划。

到 2026 年 11 月 24 日，我算出来欠的是：
从第 4 期（2026 年 10 月 15 日到期）起没有还清，已经逾期 40 天，共 2 期。
逾期本金：4,890.57 元
利息：91.63 元
罚息：73.53 元
合计，到这天要还：5,055.73 元
和您那边的记录不一样的话，请告诉我差在哪里。

还不上的原因：
失业了。

我每个月的收支：
收入 6,000.00 元。
必要开支 4,000.00 元。
剩下 2,000.00 元；下面的方案每月最多还 879.65 元，占剩下的 44%。

我想这样还：
分 6 期，每期 879.65 元；第一期 2026 年 12 月 24 日，最后一期 2027 年 5 月 24 日。
年利率 15%，和原来一样。
欠的利息和罚息并入本金。
这样一共还 5,277.90 元。

请您帮我确认：
1. 这个计划可不可以。可以的话，请书面发给我，短信、邮件或者 App 里都行。
2. 按新计划还的时候，罚息还算不算，算多少。
3. 征信记录会怎么写。
这个计划不行的话，也请告诉我怎样的计划可以。谢谢您。

附上的材料（附了的打勾）：
□ 身份证复印件。写上“只用于协商还款”。
□ 收入证明：工资单，或者单位开的证明。
□ 失去收入的证明，比如失业证明。
□ 最近几个月的银行流水。
□ 病历、费用单，或者别的困难证明。要真实、要近期的。
□ 全部债务的清单：欠谁、欠多少、每月要还多少。

签名：张三
联系方式：＿＿＿＿＿＿＿＿＿＿＿＿
日期：2026 年 11 月 24 日
"""
    )


def test_what_was_not_entered_is_left_out_or_left_blank():
    said = letter(found(), 40)
    assert block(said, "还不上的原因：") == ["＿" * 12]
    assert MEANS not in text(said)
    assert said.paragraphs[-1].splitlines()[:2] == ["签名：" + "＿" * 12, "联系方式：" + "＿" * 12]
    assert block(letter(found(Relief(income="6000")), 40), MEANS) == ["收入 6,000.00 元。"]
    assert block(letter(found(Relief(spending="4000")), 40), MEANS) == ["必要开支 4,000.00 元。"]


def test_a_reason_of_several_lines_stays_as_it_was_written():
    said = letter(found(Relief(reason="\n<b>失业</b>了。\r\n正在 找工作。\n")), 40)
    assert block(said, "还不上的原因：") == ["<b>失业</b>了。", "正在 找工作。"]


@pytest.mark.parametrize(("days", "late"), [(1, True), (10, True), (31, True), (40, True), (200, True), (0, False)])
def test_what_is_owed_adds_up(days, late):
    where = found()
    owed = text(letter(where, days)).split("我算出来欠的是：")[1].split("和您那边")[0]
    amounts = {name: Decimal(amount.replace(",", "")) for name, amount in re.findall(r"(\S+)：([\d,.]+) 元", owed)}
    whole = amounts.pop("合计，到这天要还")
    parts = ("逾期本金", "利息", "手续费", "罚息", "当天到期、不算逾期的")
    assert sum(amounts.get(name, Decimal(0)) for name in parts) == whole
    assert whole == where.books(where.subject.on(days)).due_now > 0
    assert ("逾期本金" in amounts) is late
    assert ("还没有逾期。" in owed) is not late


def test_what_falls_due_that_day_is_told_from_what_is_late():  # the fifth instalment falls due on 15 November
    owed = block(letter(found(), 31), "到 2026 年 11 月 15 日，我算出来欠的是：")
    assert owed[0] == "从第 4 期（2026 年 10 月 15 日到期）起没有还清，已经逾期 31 天，共 1 期。"
    assert owed[1:-1] == [
        "逾期本金：2,430.80 元",
        "利息：60.29 元",
        "罚息：46.42 元",
        "当天到期、不算逾期的：2,491.11 元",
        "合计，到这天要还：5,028.62 元",
    ]


def test_principal_not_due_yet_and_what_settles_all_of_it():
    owed = block(letter(found(), 10), "到 2026 年 10 月 25 日，我算出来欠的是：")
    assert owed[4:7] == [
        "合计，到这天要还：2,506.06 元",
        "还没到期的本金：2,459.77 元",
        "这天全部还清要：4,975.94 元",  # ten days of interest on 2,459.77 besides: 10.11
    ]


def test_the_day_before_anything_is_late_says_so():
    owed = block(letter(found(), 0), "到 2026 年 10 月 15 日，我算出来欠的是：")
    assert owed[:3] == ["还没有逾期。", "当天到期、不算逾期的：2,491.09 元", "合计，到这天要还：2,491.09 元"]


def test_money_paid_ahead_is_said():
    paid = Payment(date="2026-10-20", amount="2600")
    owed = block(letter(found(events=(paid,)), 0), "到 2026 年 11 月 15 日，我算出来欠的是：")
    assert "当天到期、不算逾期的：2,389.69 元" in owed  # 2,600 less 2,491.09 and 7.49 of penalty leave 101.42
    ahead = letter(found(events=(paid,)), -10)
    assert "已经多还、等着抵扣的：101.42 元" in block(ahead, "到 2026 年 11 月 5 日，我算出来欠的是：")
    assert block(fact_sheet(found(events=(paid,)), 0), "已经还的")[3:5] == [
        "2026 年 10 月 20 日还 2,600.00 元：罚息 7.49，利息 60.29，本金 2,430.80，留着抵以后的 101.42。",
        "2026 年 11 月 15 日用前面多还的抵：利息 31.34，本金 70.08，用掉前面留的 101.42。",
    ]


def test_what_was_paid_since_is_taken_off():
    owed = block(letter(found(events=(Payment(date="2026-11-01", amount="1000"),)), 40), OWED)
    assert owed[1:5] == [
        "逾期本金：3,976.32 元",
        "利息：31.34 元",
        "罚息：35.12 元",
        "合计，到这天要还：4,042.78 元",
    ]


@pytest.mark.parametrize(
    ("relief", "changes", "said"),
    [
        ({"rate": "0.06"}, {}, "年利率 6%。"),
        ({"rate": "0"}, {}, "年利率 0%。"),
        ({}, {"rate": "0.0004", "rate_per": "day"}, "年利率 14.6%（日利率 0.04% × 365），和原来一样。"),
        (
            {"rate": "0.0003", "rate_per": "day"},
            {"rate": "0.0004", "rate_per": "day"},
            "年利率 10.95%（日利率 0.03% × 365）。",
        ),
        ({}, {"rate": "0.0125", "rate_per": "month"}, "年利率 15%（月利率 1.25% × 12），和原来一样。"),
        ({}, {"events": (RateChange(date="2026-11-01", rate="0.12"),)}, "年利率 12%，和原来一样。"),
        ({}, {"events": (RateChange(date="2026-10-01", rate="0.12"),)}, "年利率 12%，和原来一样。"),
        ({}, FLAT, "手续费照原来的算。"),
        ({"rate": "0.0003", "rate_per": "day"}, FLAT, "年利率 10.95%（日利率 0.03% × 365）。"),
    ],
)
def test_the_rate_that_is_asked_for_is_one_of_a_year(relief, changes, said):
    assert block(letter(found(Relief(**relief), **changes), 40), SO)[1] == said


@pytest.mark.parametrize(
    ("relief", "said"),
    [
        ({"arrears": Arrears.CAPITALISE}, "欠的利息和罚息并入本金。"),
        ({"arrears": Arrears.CARRY}, "欠的利息和罚息挂账，最后一期还。"),
        ({"arrears": Arrears.WAIVE_PENALTY}, "罚息减免，利息并入本金。"),
    ],
)
def test_what_happens_to_the_arrears(relief, said):
    assert block(letter(found(Relief(**relief)), 40), SO)[2] == said


def test_a_last_instalment_that_differs_is_said():
    asked = block(letter(found(Relief(arrears=Arrears.CARRY)), 40), SO)
    assert asked[0].startswith("分 6 期，每期 850.91 元，最后一期 1,016.08 元；第一期 2026 年 12 月 24 日")
    assert asked[3] == "这样一共还 5,270.63 元。"  # 5 × 850.91 + 1,016.08


def test_instalments_that_all_differ_are_said_from_least_to_most():
    where = found(Relief(first_due_date="2026-10-30"), events=(RateChange(date="2026-11-10", rate="0.05"),))
    asked = block(letter(where, 10), SO)
    amounts = re.match(r"分 6 期，每期 (8\d\d\.\d\d) 到 (8\d\d\.\d\d) 元；第一期 2026 年 10 月 30 日", asked[0])
    assert amounts is not None
    assert Decimal(amounts[1]) < Decimal(amounts[2])
    assert asked[1] == "年利率 15%，以后年利率 5%。"


def test_one_instalment_is_one_amount():
    asked = block(letter(found(Relief(periods=1, first_due_date="2026-12-01")), 40), SO)
    assert asked[0] == "分 1 期，每期 5,070.27 元；第一期 2026 年 12 月 1 日，最后一期 2026 年 12 月 1 日。"


PAST = Relief(first_due_date="2026-11-01", income="1000", spending="900")


def test_a_proposal_that_cannot_be_worked_out_gives_its_reason_and_the_rest_stands():
    whole = letter(found(), 40)
    said = letter(found(PAST), 40)
    assert block(said, SO) == ["这个方案现在算不出来：首个还款日要在 2026-11-24 之后。"]
    assert block(said, OWED) == block(whole, OWED)
    assert block(said, MEANS)[-1] == "剩下 100.00 元。"
    assert said.paragraphs[-3:] == whole.paragraphs[-3:]
    assert remark(found(PAST), 40) == "这个方案现在算不出来：首个还款日要在 2026-11-24 之后。"
    assert text(fact_sheet(found(PAST), 40)).count("首个还款日要在 2026-11-24 之后") == 1


def test_nothing_owed_is_no_proposal():
    paid = found(events=(Payment(date="2026-11-24", amount="5055.73"),))
    where = paid._replace(subject=paid.subject._replace(due_date=date(2026, 10, 15)))
    assert block(letter(where, 40), OWED)[:2] == ["还没有逾期。", "合计，到这天要还：0.00 元"]
    assert block(letter(where, 40), SO)[0].startswith("这个方案现在算不出来：")
    assert block(fact_sheet(where, 40), "到期没还的") == ["没有。"]


def test_a_product_of_which_nobody_knows_what_late_days_cost():
    own = CustomProduct(id="own_a", name="朋友", rate="0.1", rate_per="year")
    rules = with_own_products(RULES, (own,), TODAY)
    where = found(rules=rules, product="own_a", unpaid_from=None, start_date="2026-09-15")
    said = letter(where, 40)
    reason = "不知道朋友 5 期逾期一天多收多少。请在“规则”里填，或者换一笔看。"
    assert said.paragraphs[0].startswith("朋友的客服、贷款人：")
    assert block(said, f"到 {said.paragraphs[-1].split('日期：')[1]}，我算出来欠的是：") == [reason]
    assert block(said, SO) == [f"这个方案现在算不出来：{reason}"]
    facts = fact_sheet(where, 40)
    assert reason in facts.paragraphs
    assert facts.paragraphs[-1].startswith("以上是算出来的数和出处，不是法律意见")
    assert "。。" not in text(facts) + text(said)


# --- means ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("income", "spending", "said", "shown"),
    [
        (
            "3000",
            "2500",
            "每月剩下 500.00 元，方案里每月最多要还 879.65 元，差 379.65 元。可以多分几期再算。",
            "剩下 500.00 元。",
        ),
        ("3000", "2120.36", "每月剩下 879.64 元，方案里每月最多要还 879.65 元，差 0.01 元。可以多分几期再算。", None),
        ("3000", "2120.35", "", "剩下 879.65 元；下面的方案每月最多还 879.65 元，占剩下的 100%。"),
        (
            "3000",
            "3000",
            "按填的收支，每月没有剩下的钱，方案里每月最多要还 879.65 元。先看看收支填对没有。",
            "剩下 0.00 元。",
        ),
        (
            "3000",
            "3100",
            "按填的收支，每月没有剩下的钱，方案里每月最多要还 879.65 元。先看看收支填对没有。",
            "收入比开支少 100.00 元。",
        ),
        (None, "3000", "", "必要开支 3,000.00 元。"),
        ("3000", None, "", "收入 3,000.00 元。"),
        (None, None, "", None),
    ],
)
def test_less_left_than_the_proposal_takes_is_said_but_not_in_the_letter(income, spending, said, shown):
    where = found(Relief(income=income, spending=spending))
    assert remark(where, 40) == said
    written = text(letter(where, 40))
    assert not said or said not in written
    assert shown is None or block(letter(where, 40), MEANS)[-1] == shown
    ways = fact_sheet(where, 40).paragraphs[5].splitlines()
    assert (ways[-1] == said) if said else (len(ways) == 10)


def test_the_largest_instalment_counts_not_the_first():
    where = found(Relief(arrears=Arrears.CARRY, income="1000", spending="100"))
    assert "1,016.08" in remark(where, 40)
    enough = letter(found(Relief(arrears=Arrears.CARRY, income="4032.16", spending="2000")), 40)
    assert block(enough, MEANS)[-1] == "剩下 2,032.16 元；下面的方案每月最多还 1,016.08 元，占剩下的 50%。"


# --- the facts --------------------------------------------------------------------------------------------------------


def test_the_whole_fact_sheet_of_the_seed_loan():
    assert text(fact_sheet(found(), 40)).splitlines()[:25] == [
        "情况说明",
        "",
        "这笔借款",
        "借呗，2026 年 6 月 15 日借 12,000.00 元，分 5 期，每月等额，年利率 15%。",
        "",
        "已经还的",
        "2026 年 7 月 15 日按时还 2,491.09 元：利息 147.95，本金 2,343.14。",
        "2026 年 8 月 15 日按时还 2,491.09 元：利息 123.03，本金 2,368.06。",
        "2026 年 9 月 15 日按时还 2,491.09 元：利息 92.86，本金 2,398.23。",
        "到 2026 年 11 月 24 日，一共还了 7,473.27 元。",
        "",
        "到期没还的",
        "第 4 期，2026 年 10 月 15 日到期，逾期 40 天，还差 2,491.09 元：本金 2,430.80，利息 60.29。",
        "第 5 期，2026 年 11 月 15 日到期，逾期 9 天，还差 2,491.11 元：本金 2,459.77，利息 31.34。",
        "",
        "罚息是怎么来的",
        "2026 年 10 月 15 日到 2026 年 11 月 15 日：31 天 × 逾期本金 2,430.80 × 每天 0.0616% = 46.4186",
        "2026 年 11 月 15 日到 2026 年 11 月 24 日：9 天 × 逾期本金 4,890.57 × 每天 0.0616% = 27.1133",
        "合计 73.5319，取到分，欠罚息 73.53 元。",
        "",
        "现在在哪一步",
        "逾期 40 天，一般叫“M2 逾期 31–60 天”。",
        "五级分类里，一般算关注：有逾期，至少是这一类。",
        "",
        "几种办法，都从 2026 年 11 月 24 日算起，和每期都按时还比",
    ]


def test_every_way_with_what_it_takes_and_costs():
    ways = block(fact_sheet(found(), 40), "几种办法，都从 2026 年 11 月 24 日算起，和每期都按时还比")
    figures = [line.partition("：")[2] for line in ways]
    clean = "2026 年 11 月 24 日起没有逾期。"
    assert figures == [
        "2027 年 2 月 22 日还 5,326.87 元；多付 344.67 元；2027 年 2 月 22 日起没有逾期。",
        f"当天还 5,055.73 元；多付 73.53 元；{clean}",
        f"当天还 5,055.73 元；多付 73.53 元；{clean}",
        "现在不行，只有花呗账单有最低还款。",
        f"以后每月 2,491.10 到 2,656.26 元，到 2027 年 1 月 24 日；多付 165.16 元；{clean}",
        f"以后每月 879.65 元，到 2027 年 5 月 24 日；多付 295.70 元；{clean}",
        f"当天还 5,018.96 元；多付 36.76 元；{clean}",
        f"以后每月 458.34 到 458.39 元，到 2027 年 11 月 24 日；多付 518.43 元；{clean}",
        "现在不行，只适用于信用卡，借呗、花呗用不了。",
    ]
    assert len({line.partition("：")[0] for line in ways}) == 9


def test_whose_word_the_figures_are():
    whose = block(fact_sheet(found(), 40), "这些数是谁说的")
    classes = "商业银行金融资产风险分类办法（2023-07-01 起），2023-02-14"
    assert whose == [
        "借款和还款的数：我自己照 App 和合同填的。",
        "罚息怎么算：合作银行公开的借呗计息表结构，2018-05-15；借呗逾期一天多少钱，2022-06；借呗逾期后果，2025-03-11。",
        f"逾期的叫法和分类：逾期分级 M1、M2、M3 的数据说明，2019-12；{classes}。",
    ]
    own = found(overdue={"penalty_rate": "0.0005"})
    assert block(fact_sheet(own, 40), "这些数是谁说的")[1] == "罚息怎么算：我自己照合同填的。"


def test_it_is_no_legal_advice_and_the_program_is_nobodys():
    assert fact_sheet(found(), 40).paragraphs[-1] == (
        "以上是算出来的数和出处，不是法律意见；以合同和贷款人的记录为准。\n"
        "由“借花规划”算出。它是独立软件，与蚂蚁集团、支付宝没有关系。"
    )


def test_a_payment_is_split_and_what_is_left_of_each_instalment_follows():
    facts = fact_sheet(found(events=(Payment(date="2026-11-01", amount="1000"),)), 40)
    assert block(facts, "已经还的")[3:] == [
        "2026 年 11 月 1 日还 1,000.00 元：罚息 25.46，利息 60.29，本金 914.25。",
        "到 2026 年 11 月 24 日，一共还了 8,473.27 元。",
    ]
    assert block(facts, "到期没还的")[0] == (
        "第 4 期，2026 年 10 月 15 日到期，逾期 40 天，还差 1,516.55 元：本金 1,516.55。"
    )
    assert block(facts, "罚息是怎么来的")[-1] == (
        "合计 60.5788；其中 25.46 元已经还了、减免了或者转走了，还欠罚息 35.12 元。"
    )


def test_an_interest_waiver_before_the_due_day_is_taken_off_its_own_instalment():
    waived = Waiver(date="2026-11-10", amount="70", of=WaiverOf.INTEREST)  # 60.29 due and 9.71 of the running period
    facts = fact_sheet(found(events=(waived,)), 40)
    assert block(facts, "到期没还的") == [
        "第 4 期，2026 年 10 月 15 日到期，逾期 40 天，还差 2,430.80 元：本金 2,430.80。",
        "第 5 期，2026 年 11 月 15 日到期，逾期 9 天，还差 2,481.40 元：本金 2,459.77，利息 21.63。",
    ]
    assert "2026 年 11 月 10 日减免 70.00 元：利息 70.00。" in block(facts, "已经还的")


def test_fees_bear_their_own_line_of_penalty():
    facts = fact_sheet(found(loan=FLAT), 40)
    assert block(facts, "这笔借款") == [
        "花呗分期，2026 年 6 月 15 日借 12,000.00 元，分 6 期，等本等费，总手续费率 4.5%。"
    ]
    assert block(facts, "罚息是怎么来的") == [
        "2026 年 10 月 15 日到 2026 年 11 月 15 日：31 天 × 逾期本金 2,000.00 × 每天 0.05% = 31.00",
        "2026 年 10 月 15 日到 2026 年 11 月 15 日：31 天 × 逾期利息和费用 90.00 × 每天 0.05% = 1.395",
        "2026 年 11 月 15 日到 2026 年 11 月 24 日：9 天 × 逾期本金 4,000.00 × 每天 0.05% = 18.00",
        "2026 年 11 月 15 日到 2026 年 11 月 24 日：9 天 × 逾期利息和费用 180.00 × 每天 0.05% = 0.81",
        "合计 51.205，取到分，欠罚息 51.21 元。",
    ]


def test_a_penalty_rate_of_a_year_is_shown_short():
    facts = fact_sheet(found(overdue={"penalty_rate": "0.2", "penalty_rate_per": "year"}), 40)
    assert "每天 0.054795% =" in block(facts, "罚息是怎么来的")[0]  # 20 % ÷ 365 = 0.0547945… %


def test_changes_of_the_terms_are_told_in_their_order_and_only_those_that_happened():
    events = (
        Restructure(date="2026-10-25", periods=3),
        RateChange(date="2026-10-20", rate="0.12"),
        Payment(date="2026-11-26", amount="1691.35"),
    )
    told = block(fact_sheet(found(events=events), 0), "这笔借款")[1:]
    assert told == ["2026 年 10 月 20 日起利率 12%。", "2026 年 10 月 25 日重新分 3 期，欠的利息和罚息并入本金。"]
    assert block(fact_sheet(found(events=events), -34), "这笔借款")[1:] == told[:1]  # 22 October
    paid = block(fact_sheet(found(events=events), 0), "已经还的")
    assert paid[3] == "2026 年 10 月 25 日重新分期，转过去 2,513.67 元：罚息 13.48，利息 69.39，本金 2,430.80。"
    assert paid[4] == "到 2026 年 11 月 25 日，一共还了 7,473.27 元。"


def test_a_loan_of_which_nothing_was_paid():
    facts = fact_sheet(found(unpaid_from=1), 132)
    assert block(facts, "已经还的") == ["还没有还过。"]
    assert len(block(facts, "到期没还的")) == 5


def test_before_anything_is_late_there_is_no_penalty_and_the_stage_says_so():
    facts = fact_sheet(found(), 0)
    assert "罚息是怎么来的" not in text(facts)
    assert block(facts, "现在在哪一步") == ["没有逾期。", "五级分类里，一般算正常：按时在还。"]


# --- the checklist ----------------------------------------------------------------------------------------------------


def test_the_checklist_has_everything_with_its_sources():
    known = shipped_overdue()
    headings = [heading for heading, _ in checklist()]
    assert headings == ["打电话时说什么", "要留好什么", "可以要求什么"]
    for (_, items), said in zip(checklist(), (known.say, known.keep, known.rights), strict=True):
        assert [item.splitlines()[0] for item in items] == [f"□ {each.text}" for each in said]
        assert all(item.splitlines()[-1].startswith("来源：") for item in items)
    assert checklist()[2][1][-1] == (
        "□ 对机构或催收不满意，可以打 12378 投诉。\n"
        "这是金融监管总局的热线；先问机构，记下投诉编号。\n"
        "来源：12378 投诉渠道说明，无日期；信用卡逾期与 12378，无日期"
    )


def test_sources_that_disagree_are_told():
    (calls,) = [item for item in checklist()[2][1] if "接通的催收电话" in item]
    assert calls.splitlines()[2].startswith("也有来源说：没接通的，同一个号码一天最多打 6 次。（中国银行业协会")


def test_the_checklist_as_a_page():
    sheet = checklist_sheet()
    assert sheet.title == "协商清单"
    assert len(sheet.paragraphs) == sum(1 + len(items) for _, items in checklist())
    order = [sheet.paragraphs.index(heading) for heading, _ in checklist()]
    assert all(before < after for before, after in pairwise([-1, *order]))


# --- tone and language ------------------------------------------------------------------------------------------------


def test_the_letter_neither_threatens_nor_begs():
    said = text(letter(found(), 40))
    for word in ("起诉", "违法", "投诉", "12378", "求求", "拜托", "可怜", "必须", "否则"):
        assert word not in said


class _AnyLanguage(dict):
    """A catalogue that knows every text: what is not plain letters and fields becomes a tilde."""

    def get(self, key, _default=None):
        return re.sub(r"[^\x00-\x7f]+", "~", key[1])


def test_nothing_is_chinese_in_another_language(monkeypatch):
    relief = Relief(reason="Work lost.", income="3000", spending="2500", signature="Zhang", contact="138")
    events = (Payment(date="2026-11-01", amount="1000"), RateChange(date="2026-11-02", rate="0.12"))
    where = [found(relief, events=events), found(relief, loan=FLAT), found(PAST)]
    language.use(language.ENGLISH)
    monkeypatch.setattr(language._state, "catalogue", _AnyLanguage())
    for each in where:
        for sheet in (letter(each, 40), fact_sheet(each, 40), checklist_sheet()):
            said = text(sheet).replace("＿", "").replace("□", "")
            assert re.findall(r"[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]+", said) == []
        assert not re.search(r"[\u4e00-\u9fff]", remark(each, 40))


def test_the_english_sheets_have_the_same_figures():
    where = found(Relief(income="6000", spending="4000"))
    chinese = text(letter(where, 40)) + text(fact_sheet(where, 40))
    language.use(language.ENGLISH)
    english = text(letter(where, 40)) + text(fact_sheet(where, 40))
    money = r"\d[\d,]*\.\d{2}(?!\d)"
    assert sorted(re.findall(money, english)) == sorted(re.findall(money, chinese))
    assert 'A copy of your identity card, marked "only for negotiating repayment".' in english
    assert "2026-10-15" in english
    assert "M2, 31–60 days late" in english
    assert any("12378" in item and "lender" in item for item in checklist()[2][1])


def test_a_day_is_written_as_the_letter_bears_it():
    assert letter(found(), 41).paragraphs[-1].endswith("日期：2026 年 11 月 25 日")
    assert found().subject.on(41) == date(2026, 11, 25)


def test_a_plan_that_is_heavier_than_before_is_remarked():
    where = found(Relief(periods=2))
    most = max(way(where, WayKind.NEGOTIATE, 40).outcome.by_month)
    assert f"方案里每月最多 {most:,} 元，比没还上的那期 2,491.09 元还多。可以多分几期再算。" in remark(where, 40)
    assert remark(found(Relief()), 40) == ""


def test_a_plan_that_was_agreed_before_is_told():
    before = Restructure(date=date(2026, 10, 20), periods=6)
    said = text(letter(found(unpaid_from=7, missed=((4, 4),), events=(before,)), 5))
    assert "之前已经约定过：2026 年 10 月 20 日重新分 6 期，欠的利息和罚息并入本金。" in said
    assert "之前已经约定过" not in text(letter(found(), 40))


def test_a_letter_of_a_day_to_come_says_that_it_is_not_to_be_sent_yet():
    assert too_early(TODAY, TODAY) == ""
    assert too_early(TODAY - timedelta(days=1), TODAY) == ""
    assert too_early(date(2026, 12, 4), TODAY) == (
        "信里写的是 2026 年 12 月 4 日的情况，那天还没到，先别发。现在就想谈，可以先打电话，照“清单”说。"
    )

"""Loans and entries out as CSV and in again: nothing is lost, and nothing is taken over by halves."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jiebei_desktop import text
from jiebei_desktop.files.csv_in import CsvError
from jiebei_desktop.files.csv_out import CsvOptions, csv_bytes
from jiebei_desktop.files.plan_cells import spoken
from jiebei_desktop.files.plan_in import Incoming, read_plan_csv
from jiebei_desktop.files.plan_tables import budget_columns, budget_table, loan_columns, loans_table
from jiebei_desktop.files.plan_taking import Row, State
from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.planning.budget.household import Account, Budget, Entry, EntryKind, Repeat, Shift
from jiebei_desktop.planning.budget.words import kind_name, repeat_name, shift_name
from jiebei_desktop.planning.document import Loan, Plan
from jiebei_desktop.planning.wording import method_name, rate_per_name
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.text import translate
from jiebei_desktop.values import Method, Problem, RatePer
from tests.conftest import SEED, TODAY
from tests.files import plan_parts

WAYS = st.tuples(st.sampled_from(text.LANGUAGES), st.sampled_from(text.LANGUAGES), st.booleans(), st.booleans())
"""The language that writes, the one that reads, whether keys stand instead of words, and whether there is a mark."""
PATIENT = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])


def empty() -> Plan:
    return sample_plan().model_copy(update={"name": "计划", "loans": (), "budget": Budget()})


def read(tmp_path: Path, content: bytes | str, plan: Plan | None = None) -> Incoming:
    path = tmp_path / "in.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_plan_csv(path, plan or empty(), shipped_rules(), TODAY)


@given(made=plan_parts.loans(), way=WAYS)
@PATIENT
def test_any_loans_come_back_as_they_were(tmp_path, made, way):
    products, loans = made
    writes, reads, raw, mark = way
    plan = empty().model_copy(update={"products": products, "loans": loans})
    text.use(writes)
    content = csv_bytes(loans_table(plan, shipped_rules(), raw=raw), CsvOptions(mark=mark, keys=raw))
    text.use(reads)
    if not loans:  # a header alone
        assert read(tmp_path, content, plan).plan == plan
        return
    into = plan.model_copy(update={"loans": ()})
    found = read(tmp_path, content, into)
    assert found.plan == plan, found
    assert {row.state for row in found.rows} == {State.NEW}
    again = read(tmp_path, content, plan)
    assert again.plan == plan
    assert {row.state for row in again.rows} == {State.SAME}


@given(budget=plan_parts.budgets(), way=WAYS)
@PATIENT
def test_any_budget_comes_back_as_it_was(tmp_path, budget, way):
    writes, reads, raw, mark = way
    plan = empty().model_copy(update={"budget": budget})
    text.use(writes)
    content = csv_bytes(budget_table(plan, raw=raw), CsvOptions(mark=mark, keys=raw))
    text.use(reads)
    found = read(tmp_path, content)
    assert found.plan == plan, found
    again = read(tmp_path, content, plan)
    assert again.plan == plan
    assert {row.state for row in again.rows} <= {State.SAME}


# --- what the tables look like ----------------------------------------------------------------------------------------


def told_loan() -> Loan:
    """Return a loan with something in every column."""
    return Loan.model_validate(
        SEED
        | {
            "id": "123456789012",
            "name": "=装修",
            "fee_rate": "0.0425",
            "coupon_off": "0.5",
            "coupon_periods": 3,
            "due_day": 10,
            "first_due_date": "2026-07-10",
            "billed_instalment": "1300",
            "events": [{"type": "payment", "date": "2026-09-16", "amount": "88.8"}],
            "missed": [[1, 2]],
            "overdue": {"penalty_multiplier": "1.5", "grace_days": 3},
            "颜色": "绿",
        }
    )


def told_plan() -> Plan:
    budget = Budget(
        accounts=(Account(id="bank", name="银行卡", balance=Decimal("4600.5")), Account(id="away", counts=False)),
        entries=(
            Entry(id="pay", kind=EntryKind.INCOME, amount=5600, day=15, account="bank", growth=Decimal("-0.05")),
            Entry(
                id="rent",
                name="房租",
                amount=1500,
                repeat=Repeat.WEEKS,
                every=2,
                start=date(2026, 11, 1),
                end=date(2027, 10, 31),
                shift=Shift.BEFORE,
                seasons=(*[Decimal(1)] * 11, Decimal("0.5")),
                category="住",
                account="bank",
                spread=Decimal("0.1"),
                by_huabei=True,
            ),
            Entry(id="move", kind=EntryKind.TRANSFER, amount=100, day=1, account="bank", to_account="away"),
        ),
    )
    return empty().model_copy(update={"loans": (told_loan(), Loan.model_validate(SEED)), "budget": budget})


@pytest.mark.parametrize("raw", [False, True])
@pytest.mark.parametrize("kind", ["loans", "budget"])
def test_the_files_are_as_they_always_were(kind, raw):
    # a file that somebody keeps must be readable for ever: what is written changes with intent only
    plan = told_plan()
    table = loans_table(plan, shipped_rules(), raw=raw) if kind == "loans" else budget_table(plan, raw=raw)
    golden = Path(__file__).parent / "golden" / f"plan-{kind}{'-keys' if raw else ''}.csv"
    assert csv_bytes(table, CsvOptions(keys=raw)) == golden.read_bytes()


@pytest.mark.parametrize("language", text.LANGUAGES)
def test_no_word_means_two_things(language):
    text.use(language)
    for columns in (loan_columns(), budget_columns()):
        words = [word for column in columns for word in spoken("PlanTable", column.title) | {column.key}]
        assert len(words) == len(set(words)), sorted(words)
    for context, names in [
        ("Words", [method_name(each) for each in Method]),
        ("Words", [rate_per_name(each) for each in RatePer]),
        ("Budget", [translate("Budget", "账户"), *(kind_name(each) for each in EntryKind)]),
        ("Budget", [repeat_name(each) for each in Repeat]),
        ("Budget", [shift_name(each) for each in Shift]),
    ]:
        words = [word for name in names for word in spoken(context, name)]
        assert len(words) == len(set(words)), sorted(words)


def test_every_field_of_a_loan_an_account_and_an_entry_has_its_column():
    # one that is added to the plan and forgotten here would be lost on the way out and in
    assert {column.field for column in loan_columns()} == {*Loan.model_fields, "other"}
    for model in (Account, Entry):
        mine = {column.field for column in budget_columns() if model in column.of}
        assert mine - {"kind", "other"} == set(model.model_fields) - {"kind"}


# --- what people and spreadsheets make of them ------------------------------------------------------------------------

BARE = "名字,产品,本金,借款日,期数,还法,利率（%）,利率单位\n"
"""The columns of a file that somebody wrote by hand."""


def row_of(found: Incoming, line: int = 2) -> Row:
    return next(each for each in found.rows if each.line == line)


def only(found: Incoming) -> Loan:
    assert found.plan is not None, found
    (loan,) = found.plan.loans
    return loan


@pytest.mark.parametrize(
    ("cells", "field", "value"),
    [
        ('装修,借呗,"¥12,000.50",2026-06-15,5,每月等额,15,年利率', "principal", Decimal("12000.50")),
        ("装修,借呗,１２０００,2026-06-15,5,每月等额,15,年利率", "principal", Decimal(12000)),
        ("装修,借呗,1.2万,2026-06-15,5,每月等额,15,年利率", "principal", Decimal(12000)),
        ("装修,借呗,12000元,2026/6/5,5,每月等额,15,年利率", "start_date", date(2026, 6, 5)),
        ("装修,借呗,12000,2026年6月5日,5,每月等额,15,年利率", "start_date", date(2026, 6, 5)),
        ("装修,借呗,12000,2026-06-05 00:00:00,5,每月等额,15,年利率", "start_date", date(2026, 6, 5)),
        ("装修,借呗,12000,2026/6/5 0:00,5,每月等额,15,年利率", "start_date", date(2026, 6, 5)),
        ("装修,借呗,12000,2026-06-15,12期,每月等额,15,年利率", "periods", 12),
        ("装修,借呗,12000,2026-06-15,5,equal_principal,15,year", "method", Method.EQUAL_PRINCIPAL),
        ("装修,借呗,12000,2026-06-15,5, 等额本金 ,15,year", "method", Method.EQUAL_PRINCIPAL),
        ("装修,Jiebei,12000,2026-06-15,5,equal principal,15,Annual rate", "method", Method.EQUAL_PRINCIPAL),
        ("装修,Jiebei,12000,2026-06-15,5,,15,annual rate", "rate_per", RatePer.YEAR),
        ("装修,jiebei,12000,2026-06-15,5,,15,年利率", "method", Method.EQUAL_PAYMENT),
        ("装修,jiebei,12000,2026-06-15,5,,0.05%,日利率", "rate", Decimal("0.0005")),
        ("装修,jiebei,12000,2026-06-15,5,,0.05,日利率", "rate", Decimal("0.0005")),
        ("装修,jiebei,12000,2026-06-15,5,,,日利率", "rate", None),
        ("装修,Huabei instalments,12000,2026-06-15,6,等本等费,,", "product", "huabei_instalment"),
        ("'=1+1,借呗,12000,2026-06-15,5,,15,年利率", "name", "=1+1"),
        ("''=1+1,借呗,12000,2026-06-15,5,,15,年利率", "name", "'=1+1"),
        ("'旧的',借呗,12000,2026-06-15,5,,15,年利率", "name", "'旧的'"),
    ],
)
def test_a_cell_is_understood_as_a_person_writes_it(tmp_path, cells, field, value):
    assert getattr(only(read(tmp_path, BARE + cells + "\n")), field) == value


@pytest.mark.parametrize(
    ("cells", "column", "message"),
    [
        (',借呗,"1234,5",2026-06-15,5,,15,年利率', "本金", "“1234,5”里的逗号不在千位上；小数点要用“.”"),
        (',借呗,"0,035",2026-06-15,5,,15,年利率', "本金", "“0,035”里的逗号不在千位上；小数点要用“.”"),
        (",借呗,5%,2026-06-15,5,,15,年利率", "本金", "“5%”的单位不对"),
        (",借呗,-5,2026-06-15,5,,15,年利率", "本金", "不能小于 0"),
        (",借呗,12.345,2026-06-15,5,,15,年利率", "本金", "最多两位小数（到分）"),
        (",借呗,很多,2026-06-15,5,,15,年利率", "本金", "“很多”不是数字"),
        (",借呗,,2026-06-15,5,,15,年利率", "本金", "必须填写"),
        (f",借呗,{'1' * 101},2026-06-15,5,,15,年利率", "本金", "太长了，这一格不会有这么多字"),
        (",借呗,100,2026-02-30,5,,15,年利率", "借款日", "日历上没有 2026-02-30 这一天"),
        (",借呗,100,昨天,5,,15,年利率", "借款日", "日期要写成 2026-11-24 这样"),
        (",借呗,100,2026-06-05 23:59,5,,15,年利率", "借款日", "日期要写成 2026-11-24 这样"),
        (",借呗,100,2026-06-15,5.5,,15,年利率", "期数", "要填一个整数"),
        (",借呗,100,2026-06-15,601,,15,年利率", "期数", "不能大于 600"),
        (",借呗,100,2026-06-15,5,,15元,年利率", "利率（%）", "“15元”的单位不对"),
        (",借呗,100,2026-06-15,5,,101,年利率", "利率（%）", "不能大于 1"),
        (
            ",借呗,100,2026-06-15,5,,15,每小时",
            "利率单位",
            "不认识“每小时”；可以填：日利率、月利率、年利率",
        ),
        (
            ",借呗,100,2026-06-15,5,先用后付,15,年利率",
            "还法",
            "不认识“先用后付”；可以填：每月等额、等额本金、先息后本、等本等费、随借随还 / 到期一次还",
        ),
    ],
)
def test_a_cell_that_makes_no_sense_is_told_with_its_column(tmp_path, cells, column, message):
    found = read(tmp_path, f"{BARE}{cells}\n")
    assert found.plan is None
    assert row_of(found) == Row(2, State.PROBLEM, row_of(found).what, (Problem(column, message),))


def test_a_product_that_is_not_there_is_told_with_those_that_are(tmp_path):
    (problem,) = row_of(read(tmp_path, BARE + ",白条,100,2026-06-15,5,,15,年利率\n")).messages
    assert problem.field == "产品"
    assert problem.message.startswith("没有“白条”这个产品；现有：")
    assert "借呗" in problem.message


def test_all_that_is_wrong_with_a_row_is_told_at_once_and_nothing_is_taken_over(tmp_path):
    found = read(tmp_path, BARE + ",借呗,100,2026-06-15,5,,15,年利率\n装修,借呗,零,明天,5,,15,年利率\n")
    assert [row.state for row in found.rows] == [State.NEW, State.PROBLEM]
    assert [problem.field for problem in row_of(found, 3).messages] == ["本金", "借款日"]
    assert row_of(found, 3).what == "装修，借呗，零"
    assert found.plan is None


def test_columns_come_in_any_order_and_any_language_and_unknown_ones_are_named(tmp_path):
    found = read(tmp_path, "备注,periods,START_DATE,产品, 本金 ,？\nx,5,2026-06-15,借呗,100,\n")
    assert only(found).periods == 5
    assert found.remarks == ("不认识这些列，没有用：备注、？。",)


def test_a_column_is_named_as_the_file_names_it(tmp_path):
    found = read(tmp_path, "product,Principal,start_date,periods\njiebei,x,2026-06-15,5\n")
    assert row_of(found).messages == (Problem("Principal", "“x”不是数字"),)


NEITHER = "in.csv 的第一行看不出是借款还是收支。借款至少要有：产品、本金、借款日、期数；收支至少要有：类型、每次多少。"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("产品,本金\n借呗,100\n", "in.csv 里缺少这些列：借款日、期数。请补上，第一行写列名。"),
        ("名字,每次多少\n房租,100\n", "in.csv 里缺少这些列：类型。请补上，第一行写列名。"),
        ("产品,本金,principal\n借呗,100,100\n", "in.csv 里有两列都是“本金”，不知道哪一列算数。请删掉一列。"),
        (
            "a,b\n1,2\n",
            NEITHER,
        ),
        (
            "id,name\n1,2\n",
            NEITHER,
        ),
    ],
)
def test_a_file_that_lacks_columns_is_refused(tmp_path, content, message):
    with pytest.raises(CsvError) as caught:
        read(tmp_path, content)
    assert str(caught.value) == message


# --- which loan a row is ----------------------------------------------------------------------------------------------


def seeded() -> Plan:
    return empty().model_copy(update={"loans": (told_loan(), Loan.model_validate(SEED))})


def test_what_a_file_has_no_column_for_stays_as_it_is(tmp_path):
    found = read(tmp_path, "id,name,periods\n'123456789012,厨房,6\n", seeded())
    assert found.plan is not None
    assert found.plan.loans == (
        told_loan().model_copy(update={"name": "厨房", "periods": 6}),
        Loan.model_validate(SEED),
    )
    assert found.rows == (
        Row(2, State.CHANGED, "厨房，12,000.00 元", (Problem("name", "=装修 → 厨房"), Problem("periods", "5 → 6"))),
    )


def test_an_empty_cell_empties_what_there_was(tmp_path):
    found = read(tmp_path, "id,变动,颜色,只减前几期,其他\n'123456789012,,,,\n", seeded())
    assert found.plan is not None
    loan = found.plan.loans[0]
    assert (loan.events, loan.coupon_periods, loan.model_extra) == ((), None, {})
    assert row_of(found).messages == (
        Problem("变动", "有改动"),
        Problem("只减前几期", "3 → （空）"),
        Problem("其他", "有改动"),
    )


def test_a_row_without_an_id_is_what_says_the_same(tmp_path):
    # its other fields, events and all, are none of the file's business
    content = BARE + "=装修,借呗,12000,2026-06-15,5,每月等额,15,年利率\n"
    found = read(tmp_path, content, seeded())
    assert found.plan == seeded()
    assert found.rows == (Row(2, State.SAME, "=装修，12,000.00 元"),)


def test_importing_twice_changes_nothing_the_second_time(tmp_path):
    content = BARE + ",借呗,100,2026-06-15,5,,15,年利率\n" * 2  # two loans of one day that are alike
    once = read(tmp_path, content).plan
    assert once is not None
    assert len({loan.id for loan in once.loans}) == 2
    again = read(tmp_path, content, once)
    assert again.plan == once
    assert [row.state for row in again.rows] == [State.SAME, State.SAME]
    third = read(tmp_path, content + ",借呗,100,2026-06-15,5,,15,年利率\n", once)
    assert [row.state for row in third.rows] == [State.SAME, State.SAME, State.NEW]


def test_two_rows_of_one_id_are_refused(tmp_path):
    found = read(tmp_path, "id,periods\nseed,5\nseed,6\n", seeded())
    assert found.plan is None
    assert row_of(found, 3).messages == (Problem("id", "和第 2 行的一样；一笔只能有一行"),)


def test_a_loan_that_can_not_be_worked_out_yet_is_told_and_taken(tmp_path):
    found = read(tmp_path, BARE + ",借呗,100,2026-06-15,5,,,\n")
    assert only(found).rate is None
    assert row_of(found).messages == (Problem("利率（%）", "照这样还算不出来：还没填利率"),)


# --- files that were not written to their end, or to do harm ----------------------------------------------------------


def test_a_file_cut_off_anywhere_never_brings_in_half_a_loan(tmp_path):
    plan = seeded()
    content = csv_bytes(loans_table(plan, shipped_rules()))
    for end in range(len(content)):
        try:
            found = read(tmp_path, content[:end])
        except CsvError:
            continue
        if found.plan is not None:
            assert set(found.plan.loans) <= set(plan.loans), end
            assert len(found.plan.loans) == len(found.rows)


def test_a_last_row_without_its_end_is_told_of(tmp_path):
    whole = BARE + ",借呗,100,2026-06-15,5,,15,年利率"
    found = read(tmp_path, whole)
    assert found.plan is not None
    assert found.remarks == ("文件最后没有换行，请看一看最后一行写完了没有。",)
    half = read(tmp_path, whole.removesuffix(",15,年利率"))
    assert half.plan is None
    cut = "这一行到一半就没有了，文件可能没有写完；要是写完了，请在最后加一个换行"
    assert row_of(half).messages == (Problem("", cut),)
    assert row_of(read(tmp_path, whole.removesuffix("年利率"))).messages == (Problem("", cut),)


def test_a_row_may_lack_empty_cells_at_its_end(tmp_path):
    # as Excel writes rows whose last cells are empty
    found = read(tmp_path, BARE + ",借呗,100,2026-06-15,5\n")
    assert only(found).periods == 5
    assert row_of(found).messages[0] == Problem("", "这一行少最后 3 格，那几列当作没有")
    kept = read(tmp_path, "id,periods,name\n'123456789012,5\n", seeded())
    assert kept.plan == seeded()
    lacking = read(tmp_path, BARE + ",借呗,100\n")
    assert [problem.field for problem in row_of(lacking).messages] == ["借款日", "期数"]


def test_a_row_with_more_cells_than_the_header_is_refused(tmp_path):
    found = read(tmp_path, BARE + ",借呗,100,2026-06-15,5,,15,年利率,9\n,借呗,100,2026-06-15,5,,15,年利率,,\n")
    assert row_of(found, 2).messages == (Problem("", "这一行比第一行的列名多出 1 格"),)
    assert row_of(found, 3).state is State.NEW


@pytest.mark.parametrize(
    ("column", "cell", "message"),
    [
        ("变动", "[1", "读不懂：第 1 行断了或者改坏了。这一格请照导出的样子留着"),
        ("变动", '"[],""x"":1"', "读不懂：不是一个 JSON 值。这一格请照导出的样子留着"),
        ("变动", "[" * 50_000, "读不懂：内容断了或者改坏了。这一格请照导出的样子留着"),
        ("变动", "5", "要是一个数组"),
        ("变动", '"[{""type"":""payment"",""date"":""2026-01-01"",""amount"":""-1""}]"', "0.amount：不能小于 0"),
        ("以前没按时还的", '"[[0,2]]"', "0.0：不能小于 1"),
        ("逾期怎么算", '"{""grace_days"":3}"', "penalty_multiplier：penalty_multiplier 和 penalty_rate 要有且只有一个"),
        ("其他", '"{""name"":""x""}"', "这一格只能放别的列没有的内容（name）"),
        ("其他", "[]", "这一格只能放别的列没有的内容（JSON）"),
    ],
)
def test_json_that_is_none_is_told(tmp_path, column, cell, message):
    found = read(tmp_path, f"id,期数,{column}\nseed,5,{cell}\n", seeded())
    assert found.plan is None
    assert row_of(found).messages == (Problem(column, message),)


def test_what_could_not_be_saved_is_not_taken_over(tmp_path):
    deep = "[" * 62 + "]" * 62
    found = read(tmp_path, f'id,期数,其他\nseed,5,"{{""a"":{deep}}}"\n', seeded())
    assert found.plan is None
    assert found.problem == "这样的计划存下来会打不开：一层套一层，太深了，不会是还款计划"
    many = read(tmp_path, BARE + ",借呗,100,2026-06-15,5,,15,年利率\n" * 9_000)
    assert many.plan is None
    assert many.problem == "计划太大了，存下来会打不开。请先删掉几个快照。"


# --- the budget -------------------------------------------------------------------------------------------------------

LINES = "类型,名字,每次多少,每月几日,账户,转到,现在有多少\n"


def test_an_account_may_come_after_the_entry_that_names_it(tmp_path):
    found = read(tmp_path, LINES + "转账,存钱,100,1,工资卡,余额宝,\n账户,工资卡,,,,,4600\n账户,余额宝,,,,,\n")
    assert found.plan is not None
    budget = found.plan.budget
    assert [(account.name, account.balance) for account in budget.accounts] == [("工资卡", 4600), ("余额宝", 0)]
    (entry,) = budget.entries
    assert (entry.account, entry.to_account) == tuple(account.id for account in budget.accounts)
    assert [row.what for row in found.rows] == ["存钱，100.00 元", "工资卡，4,600.00 元", "余额宝，0.00 元"]
    again = read(
        tmp_path, LINES + "转账,存钱,100,1,工资卡,余额宝,\n账户,工资卡,,,,,4600\n账户,余额宝,,,,,\n", found.plan
    )
    assert again.plan == found.plan


@pytest.mark.parametrize(
    ("cells", "column", "message"),
    [
        ("开支,房租,100,1,没有的卡,,", "账户", "没有“没有的卡”这个账户"),
        ("开支,房租,100,1,卡,,", "账户", "不止一个叫“卡”，请填代号：bank、away"),
        ("开支,房租,100,1,,,50", "现在有多少", "这一列不是这一类的，要空着"),
        ("账户,房租,100,,,,50", "每次多少", "这一列不是这一类的，要空着"),
        ("开支,房租,100,,,,", "每月几日", "要填每月几日"),
        ("开支,房租,100,32,,,", "每月几日", "不能大于 31"),
        ("转账,房租,100,1,bank,,", "转到", "要选转到哪个账户"),
        ("利息,房租,100,1,,,", "类型", "不认识“利息”；可以填：账户、收入、开支、存起来、转账"),
        (f"开支,{'长' * 61},100,1,,,", "名字", "太长了"),
    ],
)
def test_an_entry_that_can_not_be_is_told_with_its_column(tmp_path, cells, column, message):
    accounts = (Account(id="bank", name="卡"), Account(id="away", name="卡"))
    plan = empty().model_copy(update={"budget": Budget(accounts=accounts)})
    found = read(tmp_path, LINES + cells + "\n", plan)
    assert found.plan is None
    assert row_of(found).messages == (Problem(column, message),)


def test_money_that_goes_round_in_a_circle_is_told_at_the_row_that_closes_it(tmp_path):
    found = read(tmp_path, LINES + "转账,回来,100,1,away,bank,\n", told_plan())
    assert found.plan is None
    assert found.problem == ""
    assert row_of(found).messages == (Problem("转到", "这样转一圈又回到原来的账户：回来"),)


def test_more_entries_or_accounts_than_a_budget_has_room_for_are_refused(tmp_path):
    found = read(tmp_path, LINES + "开支,房租,100,1,,,\n" * 401)
    assert (found.plan, found.problem) == (None, "收入和开支：最多 400 项")
    found = read(tmp_path, LINES + "账户,卡,,,,,1\n" * 21)
    assert (found.plan, found.problem) == (None, "账户：最多 20 项")


def test_what_the_plan_has_besides_stays(tmp_path):
    plan = told_plan()
    found = read(tmp_path, "id,类型,每次多少\nrent,开支,1600\n", plan)
    assert found.plan is not None
    rent = plan.budget.entries[1].model_copy(update={"amount": Decimal(1600)})
    assert found.plan == plan.model_copy(update={"budget": plan.budget.with_entry(rent)})

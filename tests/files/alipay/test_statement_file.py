"""Statements in every form that is known, read as a whole: what moved is written down by hand."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jiebei_desktop.files.alipay import StatementError, read_statement
from jiebei_desktop.planning.statement.movements import Flow, Kind, Movement
from jiebei_desktop.products import Brand
from tests.files.alipay.making import BEFORE, HEADER_LINE, NEWER, NEWEST, OLDER, bought, read, repaid, row, text_of
from tests.files.alipay.zips import NAME, aes_zip, old_zip, plain_zip

ROWS = (
    repaid(order="2026071029020999060000001", amount="2450.40"),
    bought(time="2026-07-09 08:00:00", amount="35.50", order="2026070923001400000000002"),
    row(
        "2026-07-08 12:00:00",
        "1000",
        category="信用借还",
        party="借呗",
        goods="借呗放款至银行卡",
        direction="不计收支",
        status="放款成功",
        order="2026070829020999060000003",
    ),
    row(
        "2026-07-07 18:00:00",
        "0.00",
        category="信用借还",
        goods="无人机/电池租赁",
        direction="不计收支",
        status="芝麻免押下单成功",
        order="2026070709596988060000004",
    ),
    row(
        "2026-06-20 10:00:00",
        "321.09",
        category="信用借还",
        party="重庆蚂蚁消费金融有限公司",
        goods="借呗自动还款",
        direction="不计收支",
        status="还款成功",
        order="2026062029020999060000005",
    ),
    row(
        "2026-06-15 10:00:00",
        "8000",
        category="收入",
        party="某公司",
        goods="工资",
        direction="收入",
        status="交易成功",
        order="2026061520004001000000006",
    ),
)
FIRST = HEADER_LINE + 1


def movements(first: int = FIRST) -> tuple[Movement, ...]:
    """What is in `ROWS`, where the first one is on this line."""
    return (
        Movement(
            first,
            Kind.REPAYMENT,
            Brand.HUABEI,
            date(2026, 7, 10),
            Decimal("2450.40"),
            date(2026, 7, 1),
            "花呗主动还款-2026年07月账单",
            "2026071029020999060000001",
        ),
        Movement(
            first + 1,
            Kind.PURCHASE,
            Brand.HUABEI,
            date(2026, 7, 9),
            Decimal("35.50"),
            None,
            "早点铺 豆浆",
            "2026070923001400000000002",
        ),
        Movement(
            first + 2,
            Kind.DRAW,
            Brand.JIEBEI,
            date(2026, 7, 8),
            Decimal(1000),
            None,
            "借呗放款至银行卡",
            "2026070829020999060000003",
        ),
        Movement(
            first + 4,
            Kind.REPAYMENT,
            Brand.JIEBEI,
            date(2026, 6, 20),
            Decimal("321.09"),
            None,
            "重庆蚂蚁消费金融有限公司 借呗自动还款",
            "2026062029020999060000005",
        ),
    )


FLOWS = (
    Flow(date(2026, 6, 1), True, "收入", False, Decimal(8000), 1, 15),
    Flow(date(2026, 7, 1), False, "餐饮美食", True, Decimal("35.50"), 1, 9),
)
QUOTED = "\r\n".join(
    line if number < HEADER_LINE - 1 or not line else ",".join(f'"{cell}"' for cell in line.split(","))
    for number, line in enumerate(text_of(ROWS).split("\r\n"))
)
PADDED_LINES = tuple(f"{line},,,,,,,,,,,," for line in BEFORE)
SLASHES = [{**each, "time": each["time"].replace("-0", "/").replace("-", "/")[:-3]} for each in ROWS]

VARIANTS = {
    "the originals": text_of(ROWS, pad=20, tab=True).encode("gb18030"),
    "without a comma at the end": text_of(ROWS, comma="").encode("gbk"),
    "seen in 2026": text_of(ROWS, NEWEST, comma="").encode("utf-8"),
    "seen in 2026, with a comma": text_of(ROWS, NEWEST, tab=True).encode("gb18030"),
    "UTF-8": text_of(ROWS).encode("utf-8"),
    "UTF-8 with a mark": text_of(ROWS).encode("utf-8-sig"),
    "UTF-16 with a mark": text_of(ROWS).encode("utf-16"),
    "UTF-16 the other way round": b"\xfe\xff" + text_of(ROWS).encode("utf-16-be"),
    "UTF-16 without a mark": text_of(ROWS).encode("utf-16-le"),
    "ends of lines as on Unix": text_of(ROWS, end="\n").encode("gb18030"),
    "ends of lines as on old Macs": text_of(ROWS, end="\r").encode("gb18030"),
    "no end of the last line": text_of(ROWS).rstrip("\r\n").encode("gb18030"),
    "every cell in quotes": QUOTED.encode("utf-8"),
    "saved by a spreadsheet": text_of(SLASHES, before=PADDED_LINES, comma="").encode("utf-8-sig"),
    "wide signs in the header": text_of(ROWS)
    .replace("收/支", "收／支")
    .replace(",金额,", ",金额（元）\t,")
    .encode("gb18030"),
    "wide blanks around cells": text_of(ROWS).replace(",", "\u3000,\u3000").encode("gb18030"),
    "columns in another order": text_of(ROWS, dict(reversed(NEWER.items()))).encode("gb18030"),
    "prose after the table": text_of(ROWS, after=("", "-" * 40, "导出时间：2026-10-01 00:00:00,用户：某某")).encode(
        "gb18030"
    ),
    "in a zip": plain_zip({NAME: text_of(ROWS).encode("gb18030")}),
    "in a zip, in a folder": plain_zip({"下载/": b"", "下载/a.csv": text_of(ROWS).encode(), "__MACOSX/._a.csv": b"x"}),
    "stored in a zip": plain_zip({NAME: text_of(ROWS).encode()}, 0),
    "sealed with AES": aes_zip(text_of(ROWS).encode("gb18030"), "314159"),
    "sealed in the old way": old_zip(text_of(ROWS).encode("gb18030"), "314159", NAME.encode("gbk")),
}


@pytest.mark.parametrize("name", VARIANTS)
def test_every_form_says_the_same(tmp_path, name):
    found = read(tmp_path, VARIANTS[name], "314159")
    assert found.name == "账单.csv"
    assert found.movements == movements()
    assert found.flows == FLOWS
    assert found.skipped == 2  # the deposit that was waived, and the wages
    assert (found.first, found.last) == (date(2026, 6, 1), date(2026, 9, 30))
    assert found.remarks == ()


def older(**cells: str) -> dict[str, str]:
    return {"made": "2020-07-01 00:00:01", "kind": "即时到账交易", "fee": "0.00", "refunded": "0.00", **cells}


OLD_ROWS = (
    older(
        order="2020071029020999060000001",
        time="2020-07-10 09:31:22",
        party="花呗",
        goods="花呗自动还款-2020年07月账单",
        amount="88.00",
        status="还款成功",
        fund="资金转移",
    ),
    older(
        order="2020070920004001000000002",
        time="2020-07-09 12:00:00",
        party="超市",
        goods="花呗联名杯",
        amount="30.00",
        direction="支出",
        status="交易成功",
        refunded="10.00",
        fund="已支出",
    ),
    older(
        order="2020070829020999060000003",
        time="",
        party="蚂蚁借呗",
        goods="蚂蚁借呗还款",
        amount="500.00",
        status="还款成功",
        fund="已支出",
    ),
    older(
        order="2020070720004001000000004",
        time="2020-07-07 12:00:00",
        party="余额宝",
        goods="余额宝-单次转入",
        amount="900.00",
        direction="支出",
        status="交易成功",
        fund="已支出",
    ),
)
OLD_BEFORE = (
    "支付宝交易记录明细查询",
    "账号:[abc@example.com]",
    "起始日期:[2020-06-01 00:00:00]    终止日期:[2020-07-31 00:00:00]",
    "---------------------------------交易记录明细列表------------------------------------",
)
OLD_AFTER = (
    "------------------------------------------------------------------------------------",
    "共4笔记录",
    "已收入:0笔,0.00元",
    "已支出:3笔,1430.00元",
    "导出时间:[2020-08-01 10:00:00]    用户:某某",
)


@pytest.mark.parametrize("comma", ["", ","])
def test_the_older_form_says_what_it_can(tmp_path, comma):
    found = read(tmp_path, text_of(OLD_ROWS, OLDER, OLD_BEFORE, OLD_AFTER, comma=comma, pad=16))
    repayment = (Kind.REPAYMENT, Brand.HUABEI, date(2020, 7, 10), Decimal("88.00"), date(2020, 7, 1))
    assert found.movements == (
        Movement(6, *repayment, "花呗自动还款-2020年07月账单", "2020071029020999060000001"),
        Movement(
            8,
            Kind.REPAYMENT,
            Brand.JIEBEI,
            date(2020, 7, 1),  # when it was made: no payment time is filled in
            Decimal("500.00"),
            None,
            "蚂蚁借呗还款",
            "2020070829020999060000003",
        ),
    )
    assert found.flows == (Flow(date(2020, 7, 1), False, "即时到账交易", False, Decimal("30.00"), 1, 9),)
    assert found.skipped == 2
    assert (found.first, found.last) == (date(2020, 6, 1), date(2020, 7, 31))
    assert found.remarks == ("这张表没有“收/付款方式”这一列，看不出哪些是用花呗付的",)


# --- what is composed is read back ------------------------------------------------------------------------------------

DAYS = st.dates(date(2018, 1, 1), date(2026, 12, 31))
AMOUNTS = st.integers(1, 99_999_999).map(lambda fen: Decimal(fen) / 100)
MONTHS = st.dates(date(2018, 1, 1), date(2026, 12, 31)).map(lambda day: day.replace(day=1))


@st.composite
def composed(draw: st.DrawFn) -> tuple[dict[str, str], tuple[Kind, Brand, date, Decimal, date | None] | None]:
    """A row, and what it has to be read as; None for one that is nothing to 花呗 and 借呗."""
    day, amount, bill = draw(DAYS), draw(AMOUNTS), draw(MONTHS)
    made = {
        "time": f"{day} 12:34:56",
        "amount": draw(st.sampled_from(["{:.2f}", "¥{:,.2f}", "{:,.2f}元"])).format(amount),
    }
    what = draw(st.sampled_from(["bill", "huabei", "jiebei", "draw", "bought", "failed", "other"]))
    lending = {"category": "信用借还", "direction": "不计收支"}
    cells, kind, product, month = {
        "bill": (
            {**lending, "party": "花呗", "goods": f"花呗自动还款-{bill:%Y年%m月}账单", "status": "还款成功"},
            Kind.REPAYMENT,
            Brand.HUABEI,
            bill,
        ),
        "huabei": (
            {**lending, "party": "花呗|信用购", "goods": "主动还款-花呗|信用购", "status": "还款成功"},
            Kind.REPAYMENT,
            Brand.HUABEI,
            None,
        ),
        "jiebei": (
            {**lending, "party": "蚂蚁借呗", "goods": "借呗还款", "status": "还款成功"},
            Kind.REPAYMENT,
            Brand.JIEBEI,
            None,
        ),
        "draw": (
            {**lending, "party": "借呗", "goods": "借呗借款", "status": "放款成功"},
            Kind.DRAW,
            Brand.JIEBEI,
            None,
        ),
        "bought": (
            {"category": "日用百货", "direction": "支出", "method": "花呗&红包", "status": "等待确认收货"},
            Kind.PURCHASE,
            Brand.HUABEI,
            None,
        ),
        "failed": (
            {**lending, "party": "花呗", "goods": "花呗自动还款", "status": "还款失败"},
            Kind.FAILED,
            Brand.HUABEI,
            None,
        ),
        "other": (
            {"category": "日用百货", "direction": "支出", "method": "余额宝&红包", "status": "交易成功"},
            None,
            None,
            None,
        ),
    }[what]
    return {**made, **cells}, kind and (kind, product, day, amount, month)


@given(rows=st.lists(composed(), min_size=1, max_size=12), form=st.sampled_from([NEWER, NEWEST]), data=st.data())
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_composed_is_read_back(tmp_path, rows, form, data):
    coding = data.draw(st.sampled_from(["gb18030", "utf-8", "utf-8-sig", "utf-16"]))
    numbered = [{**cells, "order": f"{number:028d}"} for number, (cells, _) in enumerate(rows)]
    found = read(tmp_path, text_of(numbered, form, tab=data.draw(st.booleans())).encode(coding))
    assert [each[1:6] for each in found.movements] == [wanted for _, wanted in rows if wanted]
    assert [each.order for each in found.movements] == [f"{n:028d}" for n, (_, wanted) in enumerate(rows) if wanted]
    assert [each.line for each in found.movements] == [FIRST + n for n, (_, wanted) in enumerate(rows) if wanted]
    assert found.skipped == sum(wanted is None for _, wanted in rows)
    spent = sum((wanted[3] for _, wanted in rows if wanted and wanted[0] is Kind.PURCHASE), Decimal(0))
    assert sum((flow.amount for flow in found.flows if flow.by_huabei), Decimal(0)) == spent


# --- what is odd, and what is wrong -----------------------------------------------------------------------------------


def refused(folder, content, **given):
    with pytest.raises(StatementError) as caught:
        read(folder, content, **given)
    said = str(caught.value)
    assert said.startswith("账单.csv 读不了：")
    return said.removeprefix("账单.csv 读不了：")


def test_a_statement_with_fewer_rows_than_it_says_is_read_with_a_remark(tmp_path):
    found = read(tmp_path, text_of(ROWS).replace("共6笔记录", "共40笔记录"))
    assert found.movements == movements()
    assert found.remarks == ("文件说有 40 笔，只找到 6 笔，后面的可能没有下载下来",)


def test_the_days_are_those_of_the_rows_where_nothing_else_is_said(tmp_path):
    found = read(tmp_path, text_of(ROWS, before=()))
    assert (found.first, found.last) == (date(2026, 6, 15), date(2026, 7, 10))
    assert found.movements == movements(2)


def test_a_row_outside_of_the_days_that_are_said_makes_them_more(tmp_path):
    found = read(tmp_path, text_of([repaid(time="2026-10-02 00:00:00"), repaid(time="2026-05-31 23:59:59")]))
    assert (found.first, found.last) == (date(2026, 5, 31), date(2026, 10, 2))


def test_a_quoted_note_over_lines_moves_the_lines_of_what_follows(tmp_path):
    rows = [repaid(goods='"花呗主动还款\n帮""我""还,\n谢谢"'), repaid()]
    assert [(each.line, each.said) for each in read(tmp_path, text_of(rows)).movements] == [
        (FIRST, '花呗主动还款 帮"我"还, 谢谢'),
        (FIRST + 3, "花呗主动还款-2026年07月账单"),
    ]


def test_a_quote_that_nobody_closes_spoils_no_other_row(tmp_path):
    rows = [bought(goods='"5 寸屏手机', amount="1"), bought(goods='"6 寸屏手机', amount="2"), bought(amount="3")]
    assert [(each.said, each.amount) for each in read(tmp_path, text_of(rows)).movements] == [
        ('早点铺 "5 寸屏手机', 1),
        ('早点铺 "6 寸屏手机', 2),
        ("早点铺 豆浆", 3),
    ]


@pytest.mark.parametrize("form", [NEWER, NEWEST])
def test_commas_in_no_quotes_are_put_back(tmp_path, form):
    content = text_of(
        [
            bought(goods="豆浆,油条,茶叶蛋", order="1"),
            bought(goods=",", order="2"),
            bought(amount="1234.50", order="3"),
            bought(note="甜的,热的", order="4"),
            bought(goods="一,二", amount="1234.50", order="5"),
        ],
        form,
    )
    found = read(tmp_path, content.replace("1234.50", "¥1,234.50"))
    assert [(each.said, each.amount, each.kind, each.line) for each in found.movements] == [
        ("早点铺 豆浆,油条,茶叶蛋", Decimal("12.50"), Kind.PURCHASE, FIRST),
        ("早点铺 ,", Decimal("12.50"), Kind.PURCHASE, FIRST + 1),
        ("早点铺 豆浆", Decimal("1234.50"), Kind.PURCHASE, FIRST + 2),
        ("早点铺 豆浆", Decimal("12.50"), Kind.PURCHASE, FIRST + 3),
        ("早点铺 一,二", Decimal("1234.50"), Kind.PURCHASE, FIRST + 4),
    ]
    assert found.remarks == ()


def test_a_row_with_too_many_cells_that_make_no_sense_is_named(tmp_path):
    content = text_of([repaid()]).replace(",不计收支,", ",1,2,3,4,转账,")
    assert refused(tmp_path, content) == f"第 {FIRST} 行有 17 格，表头只有 12 列；文件可能坏了，请重新下载"


def test_a_column_that_is_missing_is_empty_whatever_stands_beyond_the_last(tmp_path):
    form = {name: field for name, field in NEWER.items() if field not in ("method", "order", "merchant")}
    found = read(tmp_path, text_of([bought(note="备注,花呗"), repaid(note="备注,花呗,花呗")], form, comma=""))
    assert [(each.said, each.order) for each in found.movements] == [("花呗主动还款-2026年07月账单", "")]
    assert found.flows == (Flow(date(2026, 7, 1), False, "餐饮美食", False, Decimal("12.50"), 1, 10),)


def test_a_row_that_ends_before_the_last_columns_is_read(tmp_path):
    content = text_of([bought(), repaid()], comma="").replace(",,,\r\n", "\r\n")
    assert [each.order for each in read(tmp_path, content).movements] == ["", ""]


def test_an_odd_word_for_income_or_spending_is_neither(tmp_path):
    (found,) = read(tmp_path, text_of([repaid(direction="待定")])).movements
    assert found.said == "花呗主动还款-2026年07月账单"


def test_a_formula_in_a_cell_is_plain_text(tmp_path):
    (found,) = read(tmp_path, text_of([bought(party="=cmd|'/C calc'!A0", goods="+1")])).movements
    assert found.said == "=cmd|'/C calc'!A0 +1"


def test_what_a_row_says_is_short_and_has_nothing_invisible_in_it(tmp_path):
    goods = "右\u202e左\u200b\x07\x1b[31m" + "长" * 100
    (found,) = read(tmp_path, text_of([bought(goods=goods)])).movements
    assert found.said == "早点铺 右左[31m" + "长" * 49 + "…"
    assert len(found.said) == 60


def test_letters_that_cannot_be_read_are_marked_and_spoil_nothing_else(tmp_path):
    # Titles are cut after so many bytes, in the middle of a letter as well.
    content = text_of([bought(goods="牛奶X")]).encode("gb18030").replace(b"X,", b"\xc5,")
    found = read(tmp_path, content)
    assert [each.said for each in found.movements] == ["早点铺 牛奶�"]
    assert found.remarks == ("有 1 行里有读不出的字，写作“�”",)


@pytest.mark.parametrize(
    ("cells", "column", "cell"),
    [
        ({"amount": "12.x"}, "金额", "12.x"),
        ({"amount": ""}, "金额", ""),
        ({"amount": "1E+3"}, "金额", "1E+3"),
        ({"amount": "5%"}, "金额", "5%"),
        ({"amount": "1.234"}, "金额", "1.234"),
        ({"amount": "9" * 50}, "金额", "9" * 29 + "…"),
        ({"time": "2026-02-30 09:31:22"}, "交易时间", "2026-02-30 09:31:22"),
        ({"time": "昨天"}, "交易时间", "昨天"),
        ({"time": "2026-07-10 25:31:22"}, "交易时间", "2026-07-10 25:31:22"),
        ({"time": "1026-07-10"}, "交易时间", "1026-07-10"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(tmp_path, cells, column, cell):
    said = f"第 {FIRST + 1} 行的“{column}”读不懂：“{cell}”；请改用支付宝发来的原始文件"
    assert refused(tmp_path, text_of([repaid(), repaid(**cells)])) == said


def test_columns_that_are_missing_are_named(tmp_path):
    form = {name: field for name, field in NEWER.items() if field not in ("status", "amount")}
    assert refused(tmp_path, text_of(ROWS, form)) == "表头里少了这几列：金额、交易状态；请选支付宝发来的原始文件"


NO_HEADER = "里面没有“交易时间”那一行表头，不是支付宝的交易明细；请选支付宝发来的 .csv 或 .zip"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "文件是空的，可能没有下载完，请重新下载"),
        (bytes(100_000), "文件是空的，可能没有下载完，请重新下载"),
        (b"\r\n\t \r\n", "文件是空的，可能没有下载完，请重新下载"),
        (b"%PDF-1.7\n%\xe2\xe3", "这是一个 PDF，请选支付宝发来的原始 .csv 或 .zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "这是一个 Excel 工作簿，请选支付宝发来的原始 .csv 或 .zip"),
        (b"Rar!\x1a\x07\x01\x00xxxx", "这种压缩包读不了，请解压后再选里面的 .csv"),
        (b"hello, world\n", NO_HEADER),
        ("交易很多，时间很少\n".encode("gbk"), NO_HEADER),
        (("交易\n" * 500 + text_of(ROWS, before=())).encode(), NO_HEADER),
        ("交易".encode() + b"x" * 300_000, "第 1 行太长，文件可能坏了"),
        (text_of([]).encode("gb18030"), "里面一笔交易也没有，请重新下载，选有交易的日期"),
        (text_of([repaid()]).encode() + bytes(4096), "第 12 行有空字节，文件坏了或者没有写完，请重新下载"),
        (
            "微信支付账单明细,,,\n交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态\n".encode(),
            "这是微信支付的账单，要选支付宝的",
        ),
    ],
)
def test_what_is_no_statement_is_refused_and_it_is_said_why(tmp_path, content, said):
    assert refused(tmp_path, content) == said


def test_a_file_that_ends_within_a_row_is_half_written(tmp_path):
    content = text_of([repaid(), repaid()])
    said = f"到第 {FIRST + 1} 行就断了，文件没有下载完或者没有写完，请重新下载"
    assert refused(tmp_path, content[: content.rindex("还款成功")]) == said
    assert refused(tmp_path, content[: content.rindex("-10 09")]) == said


def test_a_file_that_ends_within_a_letter_is_half_written(tmp_path):
    content = text_of([repaid()]).encode("gb18030") + "---完".encode("gb18030")[:-1]
    assert refused(tmp_path, content) == f"到第 {FIRST + 1} 行就断了，文件没有下载完或者没有写完，请重新下载"


def test_a_row_with_too_few_cells_in_the_middle_is_named(tmp_path):
    content = text_of([repaid(), repaid()]).replace(",余额宝,还款成功", "", 1).replace(",,,,\r\n", "\r\n", 1)
    assert refused(tmp_path, content) == f"第 {FIRST} 行只有 7 格，表头有 12 列；文件可能坏了，请重新下载"


def test_a_file_that_is_not_there_says_so(tmp_path):
    with pytest.raises(StatementError, match=r"^没有\.csv 读不了：文件或文件夹不在了"):
        read_statement(tmp_path / "没有.csv")


def test_a_path_that_cannot_be_says_so(tmp_path):
    with pytest.raises(StatementError, match="这里不能用这个文件名"):
        read_statement(tmp_path / "a\0b")

"""`export` and `import-alipay`: real plans and statements, in the process and as a script would call them."""

import json
import os
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from jiebei_desktop.cli import main
from jiebei_desktop.engine import Payment
from jiebei_desktop.files.plan_file import load_plan, save_plan
from jiebei_desktop.files.plan_lock import PlanLock
from jiebei_desktop.files.sample import SAMPLE_DAY, sample_plan
from jiebei_desktop.files.sealed import Secret

HEADER = "交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,"
ROWS = (
    "2026-07-15 08:00:01,信用借还,借呗,/,借呗还款,不计收支,2491.09,余额宝,还款成功,A1\t,,,",
    "2026-08-15 08:00:01,信用借还,借呗,/,借呗还款,不计收支,2491.09,余额宝,还款失败,A2\t,,,",
    "2026-08-15 09:30:00,信用借还,借呗,/,借呗还款,不计收支,2491.09,余额宝,还款成功,A3\t,,,",
    "2026-09-09 12:00:00,餐饮美食,小店,/,午饭,支出,25.00,花呗,交易成功,A4\t,,,",
    "2026-09-10 12:00:00,餐饮美食,小店,/,午饭,支出,30.00,余额宝,交易成功,A5\t,,,",
    "2026-09-15 08:00:01,信用借还,借呗,/,借呗还款,不计收支,2491.09,余额宝,还款成功,A6\t,,,",
)


@pytest.fixture
def plan(tmp_path) -> Path:
    path = tmp_path / "计划.jiehua"
    save_plan(path, sample_plan(SAMPLE_DAY))
    return path


@pytest.fixture
def statement(tmp_path) -> Path:
    path = tmp_path / "alipay_record.csv"
    before = "支付宝交易明细\n姓名：某某\n起始时间：[2026-07-01 00:00:00]    终止时间：[2026-09-30 23:59:59]\n------\n"
    path.write_bytes((before + "\n".join((HEADER, *ROWS)) + "\n").replace("\n", "\r\n").encode("gb18030"))
    return path


def run(capsysbinary, *arguments: object) -> tuple[int, str, str]:
    status = main([str(each) for each in arguments])
    out, err = capsysbinary.readouterr()
    return status, out.decode(), err.decode()


def refused(capsysbinary, *arguments: object) -> str:
    status, out, err = run(capsysbinary, *arguments)
    assert (status, out) == (1, "")
    assert err.count("\n") == 1
    assert "Traceback" not in err
    return err


def test_a_plan_is_given_out_in_every_form(capsysbinary, qapp, plan, tmp_path):
    folder = tmp_path / "新" / "给"
    status, out, err = run(capsysbinary, "export", plan, "--csv", "--xlsx", "--ics", "--pdf", folder)
    assert (status, err) == (0, "")
    written = [Path(line) for line in out.splitlines()]
    assert sorted(written) == sorted(folder.iterdir())
    names = {path.name for path in written}
    tables = ("schedule-1", "all-loans", "ledger-1", "comparison", "budget", "payoff", "stress")
    assert {f"{name}.csv" for name in (*tables, "loans", "budget-entries")} <= names
    assert {"plan.xlsx", "plan.ics", "schedule-1.pdf", "disclosure-1.pdf", "overdue.pdf", "budget.pdf"} <= names
    starts = {".csv": b"\xef\xbb\xbf", ".xlsx": b"PK\x03\x04", ".pdf": b"%PDF-", ".ics": b"BEGIN:VCALENDAR\r\n"}
    for path in written:
        assert path.read_bytes().startswith(starts[path.suffix]), path
    assert "2491.09" in (folder / "schedule-1.csv").read_text(encoding="utf-8-sig")


def test_csv_for_programs_has_keys_and_no_mark(capsysbinary, plan, tmp_path):
    status, _, _ = run(capsysbinary, "export", plan, "--csv", tmp_path / "out", "--keys", "--no-mark", "--no-why")
    assert status == 0
    first = (tmp_path / "out" / "schedule-1.csv").read_bytes().split(b"\r\n")[0]
    assert first == b"period,start_date,due_date,days,opening_balance,principal,interest,fee,payment,balance"


def test_each_kind_can_go_into_a_folder_of_its_own(capsysbinary, plan, tmp_path):
    status, out, _ = run(capsysbinary, "export", plan, "--xlsx", tmp_path / "a", "--ics", tmp_path / "b")
    assert status == 0
    assert out.splitlines() == [str(tmp_path / "a" / "plan.xlsx"), str(tmp_path / "b" / "plan.ics")]


def test_what_can_not_be_given_out_is_refused_in_one_line(capsysbinary, plan, tmp_path):
    assert "没有说要写成什么" in refused(capsysbinary, "export", plan)
    assert "没有说要写成什么" in refused(capsysbinary, "export", plan, "--csv")
    assert "不在了" in refused(capsysbinary, "export", tmp_path / "none.jiehua", "--csv", tmp_path)
    broken = tmp_path / "broken.jiehua"
    broken.write_bytes(plan.read_bytes()[:200])
    assert "读不了" in refused(capsysbinary, "export", broken, "--csv", tmp_path)
    taken = tmp_path / "taken"
    taken.write_text("a file")
    refused(capsysbinary, "export", plan, "--ics", taken)
    assert taken.read_text() == "a file"


def test_a_sealed_plan_wants_its_password(capsysbinary, tmp_path):
    path = tmp_path / "sealed.jiehua"
    save_plan(path, sample_plan(SAMPLE_DAY), Secret("一二三四五六七八"))
    assert "密码" in refused(capsysbinary, "export", path, "--ics", tmp_path / "out")
    assert "密码不对" in refused(capsysbinary, "export", path, "--ics", tmp_path / "out", "--password", "不是这个")
    status, _, _ = run(capsysbinary, "export", path, "--ics", tmp_path / "out", "--password", "一二三四五六七八")
    assert status == 0


def test_a_statement_s_rows_are_printed_for_programs(capsysbinary, statement):
    status, out, err = run(capsysbinary, "import-alipay", statement, "--json")
    assert (status, err) == (0, "")
    assert json.loads(out) == {
        "rows": [
            _row(6, "repayment", "jiebei", "2026-07-15", "2491.09"),
            _row(7, "failed", "jiebei", "2026-08-15", "2491.09"),
            _row(8, "repayment", "jiebei", "2026-08-15", "2491.09"),
            _row(9, "purchase", "huabei", "2026-09-09", "25.00"),
            _row(11, "repayment", "jiebei", "2026-09-15", "2491.09"),
        ],
        "skipped": 1,
        "matches": [],
    }


def _row(line: int, kind: str, product: str, day: str, amount: str) -> dict[str, object]:
    return {"line": line, "kind": kind, "product": product, "date": day, "amount": amount, "bill_month": None}


def test_a_dry_run_says_what_fits_and_changes_nothing(capsysbinary, plan, statement):
    before = plan.read_bytes()
    status, out, _ = run(capsysbinary, "import-alipay", statement, "--plan", plan, "--dry-run", "--json")
    assert status == 0
    matches = json.loads(out)["matches"]
    assert [(match["status"], match["lines"], match["recorded"]) for match in matches] == [
        ("matched", [6], False),
        ("matched", [8], False),
        ("matched", [11], False),
    ]
    assert [match["instalments"][0]["due_date"] for match in matches] == ["2026-07-15", "2026-08-15", "2026-09-15"]
    assert plan.read_bytes() == before


def test_what_fits_is_recorded_once(capsysbinary, plan, statement):
    status, out, _ = run(capsysbinary, "import-alipay", statement, "--plan", plan)
    assert status == 0
    assert "记进计划 3 笔" in out
    paid = [event for event in load_plan(plan).loans[0].events if isinstance(event, Payment)]
    days = [date(2026, 7, 15), date(2026, 8, 15), date(2026, 9, 15)]
    assert paid == [Payment(date=day, amount=Decimal("2491.09")) for day in days]
    content = plan.read_bytes()
    status, out, _ = run(capsysbinary, "import-alipay", statement, "--plan", plan)
    assert status == 0
    assert "没有新的还款要记" in out
    assert plan.read_bytes() == content


def test_a_plan_that_is_open_elsewhere_stays_as_it_is(capsysbinary, plan, statement):
    before, lock = plan.read_bytes(), PlanLock(plan)
    try:
        script = "import sys; from jiebei_desktop.cli import main; sys.exit(main(sys.argv[1:]))"
        done = subprocess.run(
            [sys.executable, "-c", script, "import-alipay", str(statement), "--plan", str(plan)],
            capture_output=True,
            check=False,
            env={**os.environ, "LANG": "zh_CN.UTF-8", "PYTHONUTF8": "1"},
        )
    finally:
        lock.release()
    assert done.returncode == 1
    assert "正在别处打开" in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1
    assert plan.read_bytes() == before


def test_a_statement_that_can_not_be_read_is_refused_in_one_line(capsysbinary, plan, statement, tmp_path):
    before = plan.read_bytes()
    assert "不在了" in refused(capsysbinary, "import-alipay", tmp_path / "none.csv")
    wrong = tmp_path / "wrong.csv"
    wrong.write_bytes(statement.read_bytes().replace(b"2491.09", b"24x91.09", 1))
    said = refused(capsysbinary, "import-alipay", wrong, "--plan", plan)
    assert "wrong.csv" in said
    assert "6" in said
    assert "金额" in said
    assert plan.read_bytes() == before


def test_a_loan_that_can_not_be_worked_out_is_named_and_the_rest_is_written(capsysbinary, plan, tmp_path):
    found = load_plan(plan)
    broken = found.loans[0].model_copy(update={"id": "b", "name": "没填利率", "rate": None})
    save_plan(plan, found.with_loan(broken))
    status, out, err = run(capsysbinary, "export", plan, "--csv", tmp_path / "out")
    assert status == 0
    assert "没填利率" in err
    assert "还没填利率" in err
    assert str(tmp_path / "out" / "schedule-1.csv") in out.splitlines()
    assert "schedule-2.csv" not in out

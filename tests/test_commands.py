"""`export` and `import-alipay`: real plans and statements, in the process and as a script would call them."""

import json
import os
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from jiebei_desktop.cli import main
from jiebei_desktop.engine import Payment
from jiebei_desktop.files.backups import backups_of
from jiebei_desktop.files.plan_file import load_plan, read_plan, save_plan
from jiebei_desktop.files.plan_lock import PlanLock
from jiebei_desktop.files.sample import SAMPLE_DAY, sample_plan
from jiebei_desktop.files.sealed import Secret
from jiebei_desktop.ui.without_window import backups_folder

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
    assert first.startswith(b"period,start_date,due_date,days,opening_balance,principal,interest,fee,payment,balance")


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
    assert f"{taken} 写不了：这里有一个同名的别的东西" in refused(capsysbinary, "export", plan, "--ics", taken)
    assert taken.read_text() == "a file"
    inside = taken / "x"
    assert f"{inside} 写不了：路径中间有一个不是文件夹" in refused(capsysbinary, "export", plan, "--csv", inside)
    (tmp_path / "plan.xlsx").mkdir()
    said = refused(capsysbinary, "export", plan, "--xlsx", tmp_path)
    assert f"{tmp_path / 'plan.xlsx'} 写不了：这是一个文件夹" in said


def test_a_sealed_plan_wants_its_password(capsysbinary, tmp_path):
    path = tmp_path / "sealed.jiehua"
    save_plan(path, sample_plan(SAMPLE_DAY), Secret("一二三四五六七八"))
    out = "--ics", tmp_path / "out"
    assert refused(capsysbinary, "export", path, *out) == "sealed.jiehua 有密码。请用 --password 写上计划的密码。\n"
    said = "密码不对。请用 --password 写上计划的密码。\n"
    assert refused(capsysbinary, "export", path, *out, "--password", "不是这个") == said
    status, _, _ = run(capsysbinary, "export", path, "--ics", tmp_path / "out", "--password", "一二三四五六七八")
    assert status == 0


def test_a_sealed_plan_is_told_from_a_sealed_statement(capsysbinary, statement, tmp_path):
    path = tmp_path / "sealed.jiehua"
    save_plan(path, sample_plan(SAMPLE_DAY), Secret("一二三四五六七八"))
    said = refused(capsysbinary, "import-alipay", statement, "--plan", path)
    assert said == "sealed.jiehua 有密码。请用 --plan-password 写上计划的密码。\n"
    given = "import-alipay", statement, "--plan", path, "--plan-password", "一二三四五六七八"
    assert run(capsysbinary, *given)[0] == 0
    assert len(read_plan(path, "一二三四五六七八").plan.loans[0].events) == 3


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


def test_what_was_in_the_plan_is_kept_as_a_way_back(capsysbinary, plan, statement):
    before = plan.read_bytes()
    assert run(capsysbinary, "import-alipay", statement, "--plan", plan)[0] == 0
    kept = [backup.path.read_bytes() for backup in backups_of(backups_folder(), plan)]
    assert kept == [plan.read_bytes(), before]


def test_that_nothing_could_be_kept_is_said(capsysbinary, plan, statement):
    folder = backups_folder()
    folder.parent.mkdir(parents=True)
    folder.write_text("a file where the folder should be")
    status, out, err = run(capsysbinary, "import-alipay", statement, "--plan", plan)
    assert status == 0
    assert "记进计划 3 笔" in out
    assert err == "计划.jiehua 改好了，只是没能留备份：这里有一个同名的别的东西\n"


def script(*arguments: object, first: str = "", **given: Any) -> subprocess.CompletedProcess[bytes]:
    """Run a command in a process of its own, its output in pieces as a script has it."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    env |= {"LANG": "zh_CN.UTF-8", "PYTHONUTF8": "1"} | given.pop("env", {})
    code = f"{first}import sys; from jiebei_desktop.cli import main; sys.exit(main(sys.argv[1:]))"
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | given
    return subprocess.run([sys.executable, "-c", code, *map(str, arguments)], check=False, env=env, **streams)


def test_a_plan_that_is_open_elsewhere_stays_as_it_is(plan, statement):
    before, lock = plan.read_bytes(), PlanLock(plan)
    try:
        done = script("import-alipay", statement, "--plan", plan)
    finally:
        lock.release()
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode() == "计划.jiehua 正在别处打开，没有改；请先关上它。\n"
    assert plan.read_bytes() == before


def test_a_plan_of_a_newer_program_is_looked_at_and_stays_as_it_is(capsysbinary, plan, statement):
    newer = plan.read_bytes().replace(b'"schema_version": 3', b'"schema_version": 4')
    plan.write_bytes(newer)
    assert run(capsysbinary, "import-alipay", statement, "--plan", plan, "--dry-run")[0] == 0
    said = refused(capsysbinary, "import-alipay", statement, "--plan", plan)
    assert said == "计划.jiehua 是更新版本的程序存的，没有改。\n"
    assert plan.read_bytes() == newer


@pytest.mark.skipif(os.name != "posix", reason="limits as Unix has them")
def test_a_plan_that_can_not_be_written_is_named_and_no_window_is_spoken_of(plan, statement):
    before = plan.read_bytes()
    limited = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)); "
    done = script("import-alipay", statement, "--plan", plan, first=limited)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode() == f"{plan} 写不了：文件超过了这里允许的大小\n"
    assert plan.read_bytes() == before
    assert not list(plan.parent.glob(".*"))


FULL = Path("/dev/full")
full = pytest.mark.skipif(not FULL.exists(), reason="needs a device that is always full")


@full
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_output_that_can_not_be_printed_is_refused_in_one_line(plan, statement, form):
    said = "要做的都做完了，只是打印不出来：磁盘满了\n"
    with FULL.open("wb") as stream:
        done = script("import-alipay", statement, "--plan", plan, *form, stdout=stream)
    assert (done.returncode, done.stderr.decode()) == (1, said)
    assert len(load_plan(plan).loans[0].events) == 3
    done = script("import-alipay", statement, "--plan", plan, *form)
    assert done.returncode == 0


@full
def test_files_whose_names_can_not_be_printed_are_there(plan, tmp_path):
    with FULL.open("wb") as stream:
        done = script("export", plan, "--ics", tmp_path / "out", stdout=stream)
    assert (done.returncode, done.stderr.decode()) == (1, "要做的都做完了，只是打印不出来：磁盘满了\n")
    assert (tmp_path / "out" / "plan.ics").exists()


@pytest.mark.skipif(os.name != "posix", reason="pipes as Unix has them")
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_a_reader_that_has_had_enough_is_no_reason_for_a_word(statement, form):
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = script("import-alipay", statement, *form, stdout=writing)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(sys.platform != "linux", reason="there a screen is named by the environment")
def test_a_pdf_needs_no_screen_whatever_the_environment_names(plan, tmp_path):
    there_is_none = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":4711"}
    done = script("export", plan, "--pdf", tmp_path / "out", env=there_is_none)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "out" / "schedule-1.pdf").read_bytes().startswith(b"%PDF-")


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


def test_what_is_odd_about_a_statement_is_said_beside_what_it_says(capsysbinary, statement, tmp_path):
    content = statement.read_bytes()
    statement.write_bytes(content + content.splitlines(keepends=True)[-1])
    status, out, err = run(capsysbinary, "import-alipay", statement, "--json")
    assert (status, err) == (0, "有 1 行和前面的重复，没有再算（第 12 行）\n")
    assert [each["line"] for each in json.loads(out)["rows"]] == [6, 7, 8, 9, 11, 12]
    said = refused(capsysbinary, "import-alipay", statement, "--plan", tmp_path / "none.jiehua")
    assert "none.jiehua" in said


def test_a_loan_that_can_not_be_worked_out_is_named_and_the_rest_is_written(capsysbinary, plan, tmp_path):
    found = load_plan(plan)
    broken = found.loans[0].model_copy(update={"id": "b", "name": "没填利率", "rate": None})
    save_plan(plan, found.with_loan(broken))
    assert "不是文件夹" in refused(capsysbinary, "export", plan, "--csv", plan / "out")
    status, out, err = run(capsysbinary, "export", plan, "--csv", tmp_path / "out")
    assert status == 0
    assert "没填利率" in err
    assert "还没填利率" in err
    assert str(tmp_path / "out" / "schedule-1.csv") in out.splitlines()
    assert "schedule-2.csv" not in out

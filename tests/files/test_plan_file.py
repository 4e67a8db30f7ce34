"""The plan on disk."""

import json
import os
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jiebei_desktop.engine.bill import Pay
from jiebei_desktop.files.atomic import write_atomically
from jiebei_desktop.files.plan_file import MAX_FILE_BYTES, PlanFileError, load_plan, save_plan
from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.planning.document import Loan, Plan
from jiebei_desktop.planning.offers import BillOption, Comparison, OfferOption, Scenario
from jiebei_desktop.values import Method, RatePer


def _text(**size):
    return st.text(alphabet=st.characters(codec="utf-8"), **size)


money = st.decimals(min_value="0.01", max_value=1_000_000_000, places=2)
rates = st.decimals(min_value=0, max_value=1, places=8)
days = st.dates(min_value=date(1990, 1, 1), max_value=date(2199, 12, 31))
offer = {
    "product": st.sampled_from(["jiebei", "huabei_instalment", "gone"]),
    "periods": st.integers(1, 600),
    "method": st.sampled_from(Method),
    "rate": st.none() | rates,
    "rate_per": st.sampled_from(RatePer),
    "fee_rate": st.none() | rates,
}
loans = st.builds(
    Loan,
    **offer,
    id=_text(min_size=1, max_size=12),
    name=_text(max_size=40),
    principal=money,
    start_date=days,
    first_due_date=st.none(),
    billed_instalment=st.none() | money,
)
column = {"name": _text(max_size=40), "start_date": st.none() | days, "due_day": st.integers(1, 28)}
options = st.builds(OfferOption, **(offer | column)) | st.builds(
    BillOption, **column, pay=st.sampled_from(Pay), statement_day=st.integers(1, 28)
)
comparisons = st.builds(
    Comparison,
    amount=money,
    start_date=days,
    options=st.lists(options, min_size=1, max_size=6).map(tuple),
    base=st.integers(0, 5),
    prepayment=st.none() | money,
)
plans = st.builds(
    Plan,
    name=_text(max_size=60),
    loans=st.lists(loans, max_size=4).map(tuple),
    comparison=comparisons,
    scenarios=st.lists(
        st.builds(
            Scenario, name=_text(min_size=1, max_size=9).map(lambda text: f"方案{text}".strip()), comparison=comparisons
        ),
        max_size=2,
    ).map(tuple),
)


@given(plan=plans)
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_saved_is_read_back(tmp_path, plan):
    path = tmp_path / "plan.jiehua"
    save_plan(path, plan)
    assert load_plan(path) == plan


def test_the_file_is_readable_json_with_a_schema_version_and_decimal_strings(tmp_path):
    path = tmp_path / "plan.jiehua"
    save_plan(path, sample_plan())
    content = path.read_text(encoding="utf-8")
    data = json.loads(content)
    assert list(data)[:3] == ["format", "schema_version", "name"]
    assert data["schema_version"] == 3
    assert data["loans"][0]["principal"] == "12000.00"
    assert data["loans"][0]["rate"] == "0.15"
    assert "示例" in content


def test_keys_of_a_version_to_come_survive(tmp_path):
    path = tmp_path / "plan.jiehua"
    save_plan(path, sample_plan())
    data = json.loads(path.read_text(encoding="utf-8"))
    data["insurance"] = {"income": "8000.00"}
    data["loans"][0]["colour"] = "green"
    path.write_text(json.dumps(data), encoding="utf-8")
    save_plan(path, load_plan(path))
    again = json.loads(path.read_text(encoding="utf-8"))
    assert again["insurance"] == {"income": "8000.00"}
    assert again["loans"][0]["colour"] == "green"


def test_the_sample_is_the_seed_case():
    # the article's case: 12,000 over 5 instalments at about 15 % a year, its instalment printed as about 1,300
    (loan,) = sample_plan().loans
    assert (loan.principal, loan.periods, loan.rate, loan.rate_per) == (12000, 5, Decimal("0.15"), RatePer.YEAR)
    assert loan.billed_instalment == 1300
    assert {option.product for option in sample_plan().comparison.options} == {"jiebei", "huabei_instalment"}


def changed(**changes):
    data = sample_plan().model_dump(mode="json")
    return json.dumps(data | changes).encode()


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"", "文件是空的"),
        (b"{", "文件不完整"),
        (b'{"format": "jiehua-plan" "name": "a"}', "第 1 行断了或者改坏了"),
        (b"[" * 200_000, "内容断了或者改坏了"),
        (b"\xff\xfe\x00", "不是能读的文字"),
        (b"[]", "没有还款计划"),
        (b'{"format": "something else"}', "没有还款计划"),
        (b"\x00" * 1000, "文件是空的"),
        (changed(schema_version=4, loans=5), "请升级后再打开"),
        (changed(schema_version="1"), "哪个版本存的"),
        (changed(name=5), "name 要填文字"),
        (changed(loans=[{"id": "a"}]), "loans.0.product 必须填写"),
        (changed(comparison={"amount": 5.5}), "comparison.amount"),
        (changed(comparison={"amount": "NaN"}), "comparison.amount"),
    ],
)
def test_a_damaged_file_says_what_is_wrong_and_is_left_alone(tmp_path, content, part):
    path = tmp_path / "plan.jiehua"
    path.write_bytes(content)
    with pytest.raises(PlanFileError, match=part):
        load_plan(path)
    assert path.read_bytes() == content


def test_a_huge_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "plan.jiehua"
    with path.open("wb") as stream:
        stream.truncate(MAX_FILE_BYTES + 1)
    with pytest.raises(PlanFileError, match="文件太大"):
        load_plan(path)


@pytest.mark.parametrize("kind", ["missing", "folder"])
def test_what_is_no_file_says_so(tmp_path, kind):
    path = tmp_path / "plan.jiehua"
    if kind == "folder":
        path.mkdir()
    with pytest.raises(PlanFileError, match=r"打不开 plan\.jiehua"):
        load_plan(path)


def test_a_failed_save_leaves_the_old_file_and_nothing_else(tmp_path):
    resource = pytest.importorskip("resource")
    path = tmp_path / "plan.jiehua"
    save_plan(path, sample_plan())
    before = path.read_bytes()
    big = sample_plan().model_copy(update={"name": "长" * 50_000})
    child = os.fork()
    if child == 0:  # a limit on file sizes binds a process for good, so a child bears it
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        try:
            save_plan(path, big)
        except PlanFileError as error:
            os._exit(0 if "没能存到" in str(error) else 2)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link(tmp_path):
    real, link = tmp_path / "real.jiehua", tmp_path / "link.jiehua"
    save_plan(real, sample_plan())
    link.symlink_to(real)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_a_new_plan_is_its_owner_s_alone_and_an_old_one_keeps_its_mode(tmp_path):
    path = tmp_path / "plan.jiehua"
    save_plan(path, sample_plan())
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(0o644)
    save_plan(path, sample_plan())
    assert path.stat().st_mode & 0o777 == 0o644

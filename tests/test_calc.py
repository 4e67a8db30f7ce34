"""The JSON face of the engine, as a script uses it: a process, bytes in, bytes out, an exit status."""

import json
import subprocess
import sys
from decimal import Decimal

import pytest

from jiebei_desktop.calc import NotRequestsError, answers


def run(content: bytes, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "jiebei_desktop", "calc", *arguments], input=content, capture_output=True, check=False
    )


def ask(rules, *requests):
    results = list(answers(json.dumps(requests).encode(), lambda: rules))
    return results, not any("error" in result for result in results)


JIEBEI = {
    "product": "jiebei", "principal": "100", "rate": "0.00035", "periods": 12, "start_date": "2023-04-15",
}  # fmt: skip


def test_a_schedule_has_every_field_of_the_contract(rules):
    (result,), succeeded = ask(rules, {"id": "a", "kind": "schedule", "terms": JIEBEI})
    assert succeeded
    assert result["id"] == "a"
    assert result["rows"][0] == {
        "period": 1,
        "start_date": "2023-04-15",
        "due_date": "2023-05-15",
        "days": 30,
        "opening_balance": "100.00",
        "principal": "7.87",
        "interest": "1.05",
        "fee": "0.00",
        "payment": "8.92",
        "balance": "92.13",
    }
    # total interest 7.08: ieqm.com, 2023-04-15
    assert result["totals"] == {"principal": "100.00", "interest": "7.08", "fee": "0.00", "payment": "107.08"}
    assert set(result["rates"]) == {"nominal_annual", "effective_annual"}
    assert all(len(rate.partition(".")[2]) >= 8 for rate in result["rates"].values())


def test_the_central_bank_s_example_comes_out(rules):
    # PBOC announcement [2021] No. 3: 100,000, 1,000 up front, 12 × 8,833.3: 12.80 % simple, 13.58 % compound
    flows = [{"period": 0, "amount": "-99000"}, *({"period": n, "amount": "8833.3"} for n in range(1, 13))]
    (result,), _ = ask(rules, {"id": 1, "kind": "rates", "cashflows": flows, "periods_per_year": "12"})
    assert round(Decimal(result["nominal_annual"]), 4) == Decimal("0.1280")
    assert round(Decimal(result["effective_annual"]), 4) == Decimal("0.1358")


def test_dated_flows_give_the_effective_rate_only(rules):
    flows = [{"date": "2025-01-01", "amount": "-100"}, {"date": "2026-01-01", "amount": "110"}]
    (result,), _ = ask(rules, {"id": 1, "kind": "rates", "cashflows": flows})
    assert result == {"id": 1, "effective_annual": "0.10000000"}


@pytest.mark.parametrize(
    ("request_", "field"),
    [
        ({"id": 1, "kind": "schedule", "terms": JIEBEI | {"principal": 100.0}}, "terms.principal"),
        ({"id": 1, "kind": "schedule", "terms": JIEBEI | {"rate": 0.00035}}, "terms.rate"),
        ({"id": 1, "kind": "schedule", "terms": JIEBEI | {"rate": "NaN"}}, "terms.rate"),
        ({"id": 1, "kind": "schedule", "terms": JIEBEI | {"start_date": "2026-02-31"}}, "terms.start_date"),
        ({"id": 1, "kind": "schedule", "terms": JIEBEI | {"due_dates": ["2023-05-15"]}}, "terms.due_dates"),
        ({"id": 1, "kind": "schedule", "terms": JIEBEI | {"product": "jiebai"}}, "terms.product"),
        ({"id": 1, "kind": "schedule", "terms": JIEBEI | {"product": 5}}, "terms.product"),
        ({"id": 1, "kind": "schedule", "terms": []}, "terms"),
        ({"id": 1, "kind": "schedule", "terms": JIEBEI, "events": [{}]}, "events.0.type"),
        ({"id": 1, "kind": "schedule", "terms": JIEBEI, "note": "?"}, "note"),
        ({"id": 1, "kind": "nonsense"}, "kind"),
        ({"id": 1, "kind": ["schedule"]}, "kind"),
        ({"kind": "schedule", "terms": JIEBEI}, "id"),
        ({"id": 1, "kind": "rates", "cashflows": []}, "cashflows"),
        ({"id": 1, "kind": "rates", "cashflows": [{"period": 0, "amount": -5.0}]}, "cashflows.0.amount"),
        ({"id": 1, "kind": "rates", "cashflows": [{"date": "today", "amount": "5"}]}, "cashflows.0.date"),
        ({"id": 1, "kind": "rates", "cashflows": [{"amount": "5"}]}, "cashflows.0.period"),
        ({"id": 1, "kind": "rates", "cashflows": [{"period": 0, "amount": "5"}]}, "cashflows"),
        (
            {"id": 1, "kind": "rates", "cashflows": [{"period": 0, "amount": "5"}], "periods_per_year": "0"},
            "periods_per_year",
        ),
        (7, ""),
    ],
)
def test_a_wrong_request_names_its_field_and_the_others_go_on(rules, request_, field):
    right = {"id": "right", "kind": "schedule", "terms": JIEBEI}
    results, succeeded = ask(rules, request_, right)
    assert not succeeded
    assert results[0]["error"]["field"] == field
    assert results[0]["error"]["message"]
    assert "rows" in results[1]


def test_json_that_is_not_an_array_is_refused(rules):
    for content in (b"{", b"{}", b"\xff\xfe", b"[" * 100_000):
        with pytest.raises(NotRequestsError):
            list(answers(content, lambda: rules))


def test_unrounded_amounts_keep_their_digits(rules):
    terms = JIEBEI | {"principal": "1", "rounding": {"mode": "none"}}
    (result,), _ = ask(rules, {"id": 1, "kind": "schedule", "terms": terms})
    assert result["rows"][0]["interest"] == "0.0105"


def test_a_process_answers_from_standard_input_and_from_a_file(tmp_path):
    requests = json.dumps([{"id": "借", "kind": "schedule", "terms": JIEBEI}], ensure_ascii=False).encode()
    path = tmp_path / "requests.json"
    path.write_bytes(requests)
    for done in (run(requests), run(b"", str(path))):
        assert done.returncode == 0
        assert done.stderr == b""
        (result,) = json.loads(done.stdout.decode("utf-8"))
        assert result["id"] == "借"
        assert result["totals"]["interest"] == "7.08"


@pytest.mark.parametrize(
    ("content", "status"), [(b'[{"id": 1, "kind": "?"}]', 1), (b"{}", 2), (b"not json", 2), (b"[]", 0)]
)
def test_the_exit_status_tells_how_it_went(content, status):
    done = run(content)
    assert done.returncode == status
    if status == 2:
        assert done.stdout == b""
        assert done.stderr.count(b"\n") == 1
    else:
        json.loads(done.stdout)


def test_a_missing_file_is_one_line_on_standard_error(tmp_path):
    done = run(b"", str(tmp_path / "none.json"))
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"Traceback" not in done.stderr


def test_calc_never_loads_qt():
    code = (
        "import sys; from jiebei_desktop.cli import main; main(['calc', sys.argv[1]]);"
        "sys.exit(any(name.startswith(('PySide6', 'numpy')) for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code, "/dev/null"], capture_output=True, check=False)
    assert done.returncode == 0

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


# --- events, and why -------------------------------------------------------------------------------------------------


def one(rules, kind, **request):
    (result,), _ = ask(rules, {"id": 1, "kind": kind, **request})
    return result


def test_events_are_rows_of_their_own(rules):
    events = [
        {"type": "prepayment", "date": "2023-06-01", "amount": "30"},
        {"type": "settlement", "date": "2023-07-15"},
    ]
    rows = one(rules, "schedule", terms=JIEBEI, events=events)["rows"]
    # 30 days: 100 × 0.035 % × 30 = 1.05; 17 days on 92.13: 0.548 → 0.55, so 29.45 of the 30 repay principal
    assert [(row["due_date"], row["interest"], row["principal"], row.get("event")) for row in rows] == [
        ("2023-05-15", "1.05", "7.87", None),
        ("2023-06-01", "0.55", "29.45", "prepayment"),
        ("2023-06-15", "0.31", "8.61", None),  # 62.68 × 0.035 % × 14
        ("2023-07-15", "0.57", "54.07", "settlement"),  # 54.07 × 0.035 % × 30
    ]


@pytest.mark.parametrize(
    ("event", "field"),
    [
        ({"type": "prepayment", "date": "2023-06-01", "amount": 30.5}, "events.0.amount"),
        ({"type": "prepayment", "date": "2023-02-31", "amount": "30"}, "events.0.date"),
        ({"type": "prepayment", "date": "2023-06-01"}, "events.0.amount"),
        ({"type": "prepayment", "date": "2023-06-01", "amount": "30", "effect": "x"}, "events.0.effect"),
        ({"type": "prepayment", "date": "2023-06-01", "amount": "30", "fee": "1"}, "events.0.fee"),
        ({"type": "prepayment", "date": "2023-04-14", "amount": "30"}, "events.0.date"),
        ({"type": "prepayment", "date": "2024-05-01", "amount": "30"}, "events.0.date"),
        ({"type": "prepayment", "date": "2023-06-01", "amount": "0.55"}, "events.0.amount"),
        ({"type": "prepayment", "date": "2023-06-01", "amount": "100"}, "events.0.amount"),
        ({"type": "rate_change", "date": "2023-06-01", "rate": "-1"}, "events.0.rate"),
        ({"type": "restructure", "date": "2023-06-01"}, "events.0.periods"),
        ({"type": "payment", "date": "2023-06-01", "amount": "30"}, "events.0.type"),  # only kind ledger knows it
        ({"type": "gift", "date": "2023-06-01"}, "events.0.type"),
        ({"type": []}, "events.0.type"),
        ([], "events.0"),
    ],
)
def test_an_event_that_cannot_be_is_named(rules, event, field):
    assert one(rules, "schedule", terms=JIEBEI, events=[event])["error"]["field"] == field


def test_every_figure_says_why(rules):
    why = one(rules, "schedule", terms=JIEBEI, explain=True)["why"]
    first = why["rows"][0]
    assert first["interest"] == [
        {
            "start_date": "2023-04-15",
            "end_date": "2023-05-15",
            "days": 30,
            "balance": "100.00",
            "rate": "0.00035",
            "rate_per": "day",
            "day_count": "actual",
            "coupon": "0",
            "exact": "1.05",
        }
    ]
    assert first["rounding"] == {"mode": "half_up", "step": "0.01"}
    assert (first["instalment"]["amount"], first["instalment"]["periods"]) == ("8.92", 12)
    assert first["instalment"]["exact"].startswith("8.92")
    assert why["rule"]["product"] == "jiebei"
    assert why["rule"]["version"] == "2026-11-23"
    said = {name: figure["said"] for name, figure in why["rule"]["figures"].items()}
    assert said == {"price": "user", "day_count": "rule", "rounding": "rule", "method": "rule"}
    source = why["rule"]["figures"]["day_count"]["sources"][0]
    assert (source["address"], source["dated"]) == ("https://ieqm.com/fin/1452921.html", "2023-04-15")


def test_a_view_that_disagrees_is_told_apart_from_the_rule(rules):
    terms = JIEBEI | {"rate": "0.00045", "start_date": "2024-04-15", "day_count": "period"}
    figures = one(rules, "schedule", terms=terms, explain=True)["why"]["rule"]["figures"]
    assert (figures["price"]["said"], figures["day_count"]["said"]) == ("view", "view")
    assert figures["price"]["sources"][0]["dated"] == "2020-01-29"


def test_a_flat_fee_says_why(rules):
    terms = {"product": "huabei_instalment", "principal": "1000", "start_date": "2026-01-15", "periods": 3}
    why = one(rules, "schedule", terms=terms, explain=True)["why"]
    assert why["rows"][0]["fee"] == [{"kind": "share", "exact": "8.3333333333", "amount": "8.33"}]
    assert why["rows"][2]["fee"][0]["amount"] == "8.34"
    assert why["rule"]["figures"]["price"]["said"] == "rule"


def test_a_high_rate_is_a_warning_and_no_error(rules):
    result = one(rules, "schedule", terms=JIEBEI | {"rate": "0.0008"})
    assert [warning["field"] for warning in result["warnings"]] == ["terms.rate", "terms.rate"]
    assert "24%" in result["warnings"][0]["message"]
    assert "14.6%" in result["warnings"][1]["message"]  # four times the prime rate of April 2023
    assert "warnings" not in one(rules, "schedule", terms=JIEBEI)


def test_rows_give_back_the_rates_that_the_schedule_has(rules):
    found = one(rules, "schedule", terms=JIEBEI)
    flows = [{"date": "2023-04-15", "amount": "-100"}]
    flows += [{"date": row["due_date"], "amount": row["payment"]} for row in found["rows"]]
    assert one(rules, "rates", cashflows=flows)["effective_annual"] == found["rates"]["effective_annual"]
    numbered = [{"period": number, "amount": flow["amount"]} for number, flow in enumerate(flows)]
    assert one(rules, "rates", cashflows=numbered)["nominal_annual"] == found["rates"]["nominal_annual"]


# --- the other kinds -------------------------------------------------------------------------------------------------


def test_several_rates_are_called_ambiguous(rules):
    flows = [{"period": number, "amount": amount} for number, amount in enumerate(("-100", "230", "-132"))]
    result = one(rules, "rates", cashflows=flows, periods_per_year="1")
    assert result == {
        "id": 1,
        "nominal_annual": "0.10000000",
        "effective_annual": "0.10000000",
        "ambiguous": True,
    }


@pytest.mark.parametrize("inside", [True, False])
def test_solve_takes_the_payment_beside_the_terms_or_in_them(rules, inside):
    terms = JIEBEI | {"rate": None}
    request = {"terms": terms | {"payment": "8.92"}} if inside else {"terms": terms, "payment": "8.92"}
    assert Decimal(one(rules, "solve", **request)["rate"]) == pytest.approx(Decimal("0.00035"), abs=Decimal("0.000003"))


def test_solve_says_why_nothing_fits(rules):
    terms = {"principal": "12000", "periods": 5, "method": "equal_payment", "start_date": "2026-01-15"}
    error = one(rules, "solve", terms=terms, payment="1300")["error"]
    assert error["field"] == "payment"
    assert "6,500.00" in error["message"]
    assert one(rules, "solve", terms=terms | {"periods": 0}, payment="1300")["error"]["field"] == "terms.periods"
    assert one(rules, "solve", payment="1300")["error"]["field"] == "terms"


def test_compare_answers_each_option_and_goes_on_where_one_fails(rules):
    options = [
        {"product": "jiebei", "periods": 12},
        {"product": "huabei_instalment", "periods": 12},
        {"product": "huabei_instalment", "periods": 24},
        {"product": "huabei_instalment", "periods": 3},
        {"principal": "1", "periods": 1, "method": "bullet", "rate": "0.001", "rate_per": "day"},
        7,
    ]
    result = one(rules, "compare", amount="6000", start_date="2026-11-23", options=options, late_days=[0, 7, 30])
    jiebei, huabei, long, short, plain, wrong = result["options"]
    # 468.28 of principal × 0.06 % × 7; 544.00 × 0.05 % × 7; 2,050.00 × 0.05 % × 7
    assert jiebei["totals"]["interest"] == "483.42"
    assert jiebei["late_cost"] == {"0": "0.00", "7": "1.97", "30": "8.43"}
    assert huabei["late_cost"]["7"] == "1.90"
    assert short["late_cost"]["7"] == "7.18"
    assert (short["first_due_date"], short["last_due_date"]) == ("2026-12-23", "2027-02-23")
    assert long["error"]["field"] == "options.2.fee_rate"
    assert "late_cost" not in plain
    assert plain["totals"]["principal"] == "6000.00"
    assert wrong["error"]["field"] == "options.5"
    assert result["cheapest"] == {"total_cost": 3, "effective_annual": 0}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"options": []}, "options"),
        ({"options": None}, "options"),
        ({"amount": None}, "amount"),
        ({"amount": 6000.5}, "amount"),
        ({"start_date": "2026-02-31"}, "start_date"),
        ({"late_days": ["7"]}, "late_days"),
        ({"late_days": [-1]}, "late_days"),
        ({"late_days": 7}, "late_days"),
        ({"more": 1}, "more"),
    ],
)
def test_a_comparison_that_cannot_be_is_named(rules, change, field):
    request = {"amount": "6000", "start_date": "2026-11-23", "options": [{"product": "jiebei"}]}
    assert one(rules, "compare", **(request | change))["error"]["field"] == field


def test_where_no_option_can_be_worked_out_none_is_cheapest(rules):
    result = one(rules, "compare", amount="6000", start_date="2026-11-23", options=[{"product": "gone"}])
    assert result["cheapest"] == {"total_cost": None, "effective_annual": None}


def test_a_bill_paid_at_least_bears_interest_into_the_next(rules):
    request = {"statement_day": 1, "due_day": 10, "purchases": [{"date": "2026-07-01", "amount": "1000"}]}
    result = one(rules, "bill", **request, pay="minimum")
    first, second = result["bills"]
    assert (first["due_date"], first["purchases"][0]["free_days"], first["minimum"]) == ("2026-08-10", 40, "100.00")
    # 900 × 0.05 % × 31 days to 10 September
    assert (second["interest"], second["total"], result["totals"]["paid"]) == ("13.95", "913.95", "1013.95")
    assert one(rules, "bill", **request)["totals"]["interest"] == "0.00"


def test_the_cost_table_and_the_way_back(rules):
    lines = one(rules, "disclose", terms=JIEBEI)["lines"]
    assert {
        "part": "cost",
        "item": "利息",
        "amount": "7.08",
        "how": "按未还本金，日利率 0.035%",
        "who": "放款方",
    } in lines
    shape = {"principal": "100", "periods": 12, "start_date": "2023-04-15"}
    result = one(rules, "fit", figures=shape | {"cost": "7.08", "annual": "0.126"})
    assert (result["fits"], result["terms"]) == (True, {"rate": "0.00035000", "rate_per": "day"})
    assert one(rules, "fit", figures=shape | {"cost": 7.08})["error"]["field"] == "figures.cost"
    assert one(rules, "fit")["error"]["field"] == "figures"


def test_solve_finds_a_number_of_periods(rules):
    assert one(rules, "solve", terms=JIEBEI | {"periods": None}, payment="8.92") == {"id": 1, "periods": 12}


LATE = {
    "terms": {
        "product": "jiebei",
        "principal": "12000",
        "start_date": "2026-06-15",
        "periods": 5,
        "rate": "0.15",
        "rate_per": "year",
    },
    "as_of": "2026-11-24",
    "events": [
        {"type": "payment", "date": day, "amount": "2491.09"} for day in ("2026-07-15", "2026-08-15", "2026-09-15")
    ],
}


def test_what_is_owed_on_a_day(rules):
    """Three of five paid, two missed: 31 nights on 2,430.80 and 9 on 4,890.57 at 0.000616."""
    assert one(rules, "ledger", **LATE) == {
        "id": 1,
        "overdue_days": 40,
        "stage": "M2",
        "overdue_principal": "4890.57",
        "overdue_interest": "91.63",
        "overdue_fee": "0.00",
        "penalty_on_principal": "73.53",
        "penalty_on_interest": "0.00",
        "penalty_total": "73.53",
        "due_now": "5055.73",
        "settlement": "5055.73",
        "balance": "4890.57",
    }


def test_the_books_say_why(rules):
    why = one(rules, "ledger", **LATE, explain=True)["why"]
    assert why["penalty"][0] == {
        "start_date": "2026-10-15",
        "end_date": "2026-11-15",
        "days": 31,
        "principal": "2430.80",
        "interest": "0.00",
        "rate_on_principal": "0.000616",
        "rate": "0.000616",
        "exact": "46.4185568",
    }
    assert why["entries"][0] == {
        "date": "2026-07-15",
        "kind": "payment",
        "penalty_on_principal": "0.00",
        "penalty_on_interest": "0.00",
        "interest": "147.95",
        "fee": "0.00",
        "principal": "2343.14",
        "credit": "0.00",
    }
    assert (why["overdue_periods"], why["next_due_date"], why["credit"]) == (2, None, "0.00")


@pytest.mark.parametrize(
    ("overdue", "penalty"),
    [
        (None, "73.53"),
        ({"grace_days": 3}, "64.49"),  # 31 nights on the first alone, 6 on both: 46.41856 + 18.07555
        ({"penalty_multiplier": "1"}, "49.06"),  # 0.000411
        ({"penalty_rate": "0.0005"}, "59.68"),  # takes the multiplier's place
        ({"on_interest": True}, "75.19"),  # and 60.29 × 31 + 91.63 × 9 nights: 1.66 more
        ({"base": "overdue_amount"}, "75.19"),
        ({"compounding": "monthly"}, "73.79"),  # 46.41856 × 0.000616 × 9 more
    ],
)
def test_an_overdue_rule_takes_the_product_s_place_key_by_key(rules, overdue, penalty):
    assert one(rules, "ledger", **LATE, overdue=overdue)["penalty_total"] == penalty


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"as_of": "2026-06-14"}, "as_of"),
        ({"as_of": None}, "as_of"),
        ({"as_of": "2026-02-30"}, "as_of"),
        ({"overdue": {"grace": 3}}, "overdue.grace"),
        ({"overdue": {"order": ["penalty"]}}, "overdue.order"),
        ({"overdue": {"order": ["penalty", "interest", "fee", "gold"]}}, "overdue.order.3"),
        ({"overdue": {"penalty_rate": "0.1", "penalty_multiplier": "2"}}, "overdue.penalty_multiplier"),
        ({"overdue": []}, "overdue"),
        ({"events": [{"type": "waiver", "date": "2026-11-20", "amount": "7000", "of": "penalty"}]}, "events.0.amount"),
        ({"events": [{"type": "waiver", "date": "2026-11-20", "amount": "1", "of": "principal"}]}, "events.0.of"),
        ({"events": [{"type": "payment", "date": "2026-06-14", "amount": "1"}]}, "events.0.date"),
        ({"events": [{"type": "restructure", "date": "2026-11-20", "periods": 0}]}, "events.0.periods"),
        ({"terms": LATE["terms"] | {"product": None, "method": "equal_payment"}}, "overdue"),
        ({"when": 1}, "when"),
    ],
)
def test_what_a_ledger_cannot_be_asked_is_named(rules, changes, field):
    assert one(rules, "ledger", **(LATE | changes))["error"]["field"] == field


def test_a_late_bullet_loan_costs_its_whole_principal(rules):
    """10,000 at 0.04 % a day: 6 yuan a day late (yuqile.com has the same for 10,000 overdue)."""
    option = {"product": "jiebei", "periods": 6, "method": "bullet", "rate": "0.0004"}
    found = one(rules, "compare", amount="10000", start_date="2026-01-15", options=[option], late_days=[1, 30])
    assert found["options"][0]["late_cost"] == {"1": "6.00", "30": "180.00"}

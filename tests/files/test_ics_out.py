"""The calendar file: read back by its own library and by a strict reading of RFC 5545's rules of writing."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from jiebei_desktop import text
from jiebei_desktop.engine import Prepayment, Settlement
from jiebei_desktop.files.ics_out import CalendarOptions, calendar_bytes, calendar_for, put_calendar, set_aside
from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.planning.budget.household import Account
from jiebei_desktop.planning.document import Loan, Plan
from jiebei_desktop.planning.entry import new_plan
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.values import ProblemError
from tests.conftest import TODAY

RULES = shipped_rules()
BEIJING = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 24, 10, 30, tzinfo=BEIJING)
BASE = 471_030
"""Minutes from 2026-01-01T00:00Z to `NOW`: 327 days, 2 hours and 30 minutes."""
SEED = sample_plan().loans[0]
ON_TIME = SEED.model_copy(update={"unpaid_from": None})
NEW = ON_TIME.model_copy(update={"id": "new", "start_date": date(2026, 11, 15)})
"""12,000 from 2026-11-15 over 5: 2,490.30 each on the 15th from December on, the last one too."""

TOMORROW = "明天：借呗 第 1 期 还 2,490.30 元"


def plan_of(*loans: Loan, name: str = "我的计划") -> Plan:
    return new_plan(name, RULES, TODAY).model_copy(update={"loans": loans})


def made(plan: Plan, now: datetime = NOW, before: bytes | None = None, **options: Any) -> bytes:
    content = calendar_bytes(plan, RULES, now, CalendarOptions(**options), before)
    check(content)
    return content


def events(content: bytes) -> dict[str, Any]:
    return {str(event["uid"]).removesuffix("@jiehua.local"): event for event in Calendar.from_ical(content).events}


def states(content: bytes) -> dict[str, str]:
    return {uid: str(event["status"]) for uid, event in events(content).items()}


def sequences(content: bytes) -> dict[str, int]:
    return {uid: int(event["sequence"]) for uid, event in events(content).items()}


def check(content: bytes) -> None:
    """Hold a calendar to RFC 5545: lines, nesting, what must be there once, the kinds of values, UIDs."""
    assert content.endswith(b"\r\n")
    lines = content[:-2].split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert [line for line in lines if len(line) > 75] == []
    for line in lines:
        line.decode("utf-8")  # no character is cut in two
    unfolded = content.replace(b"\r\n ", b"").decode("utf-8")[:-2].split("\r\n")
    stack: list[tuple[str, list[str]]] = []
    uids = []
    for line in unfolded:
        assert re.fullmatch(r"[A-Z-]+(;[A-Z-]+=[^;:,\"]+)*:[^\x00-\x08\x0a-\x1f\x7f]*", line), line
        name, _, value = line.partition(":")
        if name == "BEGIN":
            assert value in {"VCALENDAR", "VEVENT", "VALARM"}
            assert [kind for kind, _ in stack] == {"VCALENDAR": [], "VEVENT": ["VCALENDAR"]}.get(
                value, ["VCALENDAR", "VEVENT"]
            )
            stack.append((value, []))
        elif name == "END":
            kind, names = stack.pop()
            assert kind == value
            assert len(names) == len(set(names)), names
            needed = {
                "VCALENDAR": {"VERSION", "PRODID", "CALSCALE", "X-WR-CALNAME"},
                "VEVENT": {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "STATUS", "SEQUENCE", "LAST-MODIFIED", "CLASS"},
                "VALARM": {"ACTION", "TRIGGER", "DESCRIPTION"},
            }[kind]
            assert needed <= {each.partition(";")[0] for each in names}
            assert "METHOD" not in names  # it is no message: RFC 5546 would ask for an ORGANIZER
        else:
            stack[-1][1].append(name)
            check_value(name, value)
            uids += [value] if name == "UID" else []
    assert not stack
    assert len(uids) == len(set(uids))


def check_value(name: str, value: str) -> None:
    patterns = {
        "DTSTART;VALUE=DATE": r"\d{8}",
        "DTEND;VALUE=DATE": r"\d{8}",
        "DTSTAMP": r"\d{8}T\d{6}Z",
        "LAST-MODIFIED": r"\d{8}T\d{6}Z",
        "SEQUENCE": r"\d{1,10}",
        "UID": r"[A-Za-z0-9-]+@jiehua\.local",
        "TRIGGER": r"-?P(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?",
        "STATUS": "CONFIRMED|CANCELLED",
        "CLASS": "PRIVATE",
        "TRANSP": "TRANSPARENT",
        "ACTION": "DISPLAY",
        "VERSION": r"2\.0",
    }
    if name in patterns:
        assert re.fullmatch(patterns[name], value), (name, value)
    if name in {"SUMMARY", "DESCRIPTION", "X-WR-CALNAME"}:  # what is not escaped ends a text or parts it
        assert re.fullmatch(r"([^\\;,]|\\[\\;,n])*", value), value


# --- what is in it ----------------------------------------------------------------------------------------------------


def test_each_due_day_is_an_all_day_entry_with_the_amount():
    content = made(plan_of(NEW))
    assert [(uid, str(event["summary"]), event.decoded("dtstart")) for uid, event in events(content).items()] == [
        ("new-1", "借呗 第 1 期 还 2,490.30 元", date(2026, 12, 15)),
        ("new-2", "借呗 第 2 期 还 2,490.30 元", date(2027, 1, 15)),
        ("new-3", "借呗 第 3 期 还 2,490.30 元", date(2027, 2, 15)),
        ("new-4", "借呗 第 4 期 还 2,490.30 元", date(2027, 3, 15)),
        ("new-5", "借呗 第 5 期 还 2,490.30 元", date(2027, 4, 15)),
    ]
    first = events(content)["new-1"]
    assert first.decoded("dtend") == date(2026, 12, 16)
    assert str(first["description"]).splitlines() == [
        "借呗 5 期，第 1 期，最后一期是第 5 期",
        "2,490.30 元 = 本金 2,342.35 + 利息 147.95",
        "这一天一共要还 2,490.30 元。",
        "由“借花规划”算出，以贷款人 App 里的为准。",
    ]
    assert [str(each) for each in first["categories"].cats] == ["借呗", "还款"]
    assert set(states(content).values()) == {"CONFIRMED"}
    assert set(sequences(content).values()) == {BASE}


def test_the_calendar_is_named_after_the_plan():
    assert str(Calendar.from_ical(made(plan_of(name="一家\n的")))["x-wr-calname"]) == "还款日 一家 的"
    assert str(Calendar.from_ical(made(plan_of(name=" ")))["x-wr-calname"]) == "还款日"


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (
            {},
            [(timedelta(days=-3, hours=9), "还有 3 天：借呗 第 1 期 还 2,490.30 元"), (timedelta(hours=-4), TOMORROW)],
        ),
        ({"days_before": 1}, [(timedelta(hours=-15), TOMORROW), (timedelta(hours=-4), TOMORROW)]),
        ({"days_before": 0, "evening": False}, [(timedelta(hours=9), "今天：借呗 第 1 期 还 2,490.30 元")]),
    ],
)
def test_it_reminds_so_many_days_before_at_nine_and_the_evening_before_at_eight(options, expected):
    """Counted from the midnight at which the due day begins."""
    alarms = [each for each in events(made(plan_of(NEW), **options))["new-1"].subcomponents if each.name == "VALARM"]
    assert [each.decoded("trigger") for each in alarms] == [trigger for trigger, _ in expected]
    assert [str(each["description"]) for each in alarms] == [said for _, said in expected]


@pytest.mark.parametrize("days", [-1, 61])
def test_days_that_no_calendar_would_remind_on_are_refused(days):
    with pytest.raises(ProblemError) as caught:
        calendar_bytes(plan_of(NEW), RULES, NOW, CalendarOptions(days_before=days))
    assert caught.value.problem == ("days_before", "提前的天数要在 0 到 60 之间")


def test_what_is_late_stays_on_its_day_says_what_it_takes_today_and_reminds_of_nothing():
    found = events(made(plan_of(SEED)))
    assert [(uid, str(event["status"])) for uid, event in found.items() if uid != "seed-3"] == [
        ("seed-4", "CONFIRMED"),
        ("seed-5", "CONFIRMED"),
    ]
    fourth = found["seed-4"]
    assert str(fourth["summary"]) == "借呗 第 4 期 已逾期 还差 2,491.09 元"
    assert fourth.decoded("dtstart") == date(2026, 10, 15)
    assert "一共付 5,055.73 元，这笔借款就不再逾期；其中罚息 73.53 元。" in str(fourth["description"])
    assert fourth.subcomponents == []


def test_what_was_paid_in_the_last_sixty_days_is_called_off():
    """On 14 November 60 days ago was 15 September: the third instalment is the oldest that is told of."""
    content = made(plan_of(ON_TIME), datetime(2026, 11, 14, 9, tzinfo=BEIJING))
    assert states(content) == {"seed-3": "CANCELLED", "seed-4": "CANCELLED", "seed-5": "CONFIRMED"}
    third = events(content)["seed-3"]
    assert str(third["summary"]) == "借呗 第 3 期 已还"
    assert third.subcomponents == []
    assert "seed-3" not in states(made(plan_of(ON_TIME), datetime(2026, 11, 15, 9, tzinfo=BEIJING)))


def test_today_is_the_day_of_the_zone_that_the_time_has():
    """Half past midnight in Beijing on the 16th is still the 15th in UTC."""
    late = datetime(2026, 11, 16, 0, 30, tzinfo=BEIJING)
    assert states(made(plan_of(ON_TIME), late))["seed-5"] == "CANCELLED"
    assert states(made(plan_of(ON_TIME), late.astimezone(UTC)))["seed-5"] == "CONFIRMED"
    assert events(made(plan_of(ON_TIME), late))["seed-5"].decoded("dtstamp") == datetime(
        2026, 11, 15, 16, 30, tzinfo=UTC
    )


def test_what_a_settlement_makes_unnecessary_is_called_off_though_no_earlier_file_is_there():
    loan = NEW.model_copy(update={"events": (Settlement(date=date(2027, 1, 20)),)})
    assert states(made(plan_of(loan))) == {
        "new-1": "CONFIRMED",
        "new-2": "CONFIRMED",
        "new-early-20270120": "CONFIRMED",
        "new-3": "CANCELLED",
        "new-4": "CANCELLED",
        "new-5": "CANCELLED",
    }


def test_a_holiday_and_whether_the_budget_is_enough_are_said():
    plan = plan_of(ON_TIME.model_copy(update={"start_date": date(2026, 9, 1)}))
    budget = plan.budget.changed(accounts=(Account(id="a", balance="3000"),), as_of=date(2026, 9, 20))
    now = datetime(2026, 9, 20, 8, tzinfo=BEIJING)
    said = str(events(made(plan.model_copy(update={"budget": budget}), now))["seed-1"]["description"])
    assert "那天国庆节放假，前一个工作日是 2026 年 9 月 30 日。" in said
    assert "按预算，那天有 3,000.00 元，够。" in said
    assert "按预算" not in str(events(made(plan, now))["seed-1"]["description"])


def test_a_calendar_speaks_english_too():
    text.use(text.ENGLISH)
    check(calendar_bytes(plan_of(NEW, SEED), RULES, NOW))


# --- names of all kinds -----------------------------------------------------------------------------------------------

NAMES = [
    '房贷；车贷,，\\n "引号" : 冒号',
    "BEGIN:VEVENT\r\nUID:evil\r\nEND:VEVENT",
    "a\0b\x07\x7f",
    "\u202e反过来\u2066",
    "👨\u200d👩\u200d👧\u200d👦" * 30,
    "长" * 500,
    "𠮷" * 40,
    "\u2028\u2029\x85",
    "=1+1",
]


@pytest.mark.parametrize("name", NAMES)
def test_any_name_makes_a_calendar_that_can_be_read(name):
    content = made(plan_of(NEW.model_copy(update={"name": name}), name=name))
    assert list(events(content)) == [f"new-{number}" for number in range(1, 6)]
    assert made(plan_of(NEW.model_copy(update={"name": name}), name=name), before=content) == content


@settings(max_examples=25)
@given(st.text(max_size=90), st.text(min_size=1, max_size=60))
def test_any_text_is_written_by_the_rules_and_read_back_the_same(name, loan_id):
    plan = plan_of(NEW.model_copy(update={"name": name, "id": loan_id}), name=name)
    content = made(plan)
    assert made(plan, NOW + timedelta(days=1), before=content) == content
    gone = made(plan_of(name=name), NOW + timedelta(days=1), before=content)
    assert set(states(gone)) == set(states(content))
    assert set(states(gone).values()) == {"CANCELLED"}
    assert made(plan_of(name=name), NOW + timedelta(days=2), before=gone) == gone


def test_ids_that_are_alike_or_the_same_make_entries_of_their_own():
    """A file edited by hand can have anything; `a 2` is also how a second `a` could be called."""
    ids = ["a", "a", "a-1", "a_1", "a 2", "借呗", "x" * 200, "A"]
    loans = [NEW.model_copy(update={"id": each, "periods": 2}) for each in ids]
    assert len(events(made(plan_of(*loans)))) >= 2 * (len(ids) - 1)


# --- an earlier file --------------------------------------------------------------------------------------------------


def test_what_is_unchanged_is_written_as_it_was():
    first = made(plan_of(NEW, SEED))
    assert made(plan_of(NEW, SEED), NOW + timedelta(hours=3), before=first) == first


def test_what_changed_gets_a_higher_number_and_the_rest_keeps_its_own():
    """A prepayment in January changes what comes after it."""
    first = made(plan_of(NEW))
    early = Prepayment(date=date(2027, 1, 20), amount=Decimal(3000), effect="lower")
    later = NOW + timedelta(minutes=7)
    second = made(plan_of(NEW.model_copy(update={"events": (early,)})), later, before=first)
    assert sequences(second) == {
        "new-1": BASE,
        "new-2": BASE,
        "new-early-20270120": BASE + 7,
        "new-3": BASE + 7,
        "new-4": BASE + 7,
        "new-5": BASE + 7,
    }
    stamps = {uid: event.decoded("last-modified") for uid, event in events(second).items()}
    assert stamps["new-2"] == datetime(2026, 11, 24, 2, 30, tzinfo=UTC)
    assert stamps["new-3"] == datetime(2026, 11, 24, 2, 37, tzinfo=UTC)


def test_a_change_within_the_same_minute_or_with_the_clock_put_back_still_counts_as_newer():
    first = made(plan_of(NEW))
    dearer = plan_of(NEW.model_copy(update={"principal": Decimal(13000)}))
    second = made(dearer, NOW, before=first)
    assert set(sequences(second).values()) == {BASE + 1}
    third = made(plan_of(NEW), NOW - timedelta(days=300), before=second)
    assert set(sequences(third).values()) == {BASE + 2}


def test_a_file_written_elsewhere_later_counts_as_newer_without_knowing_the_first():
    assert set(sequences(made(plan_of(NEW), NOW + timedelta(days=1))).values()) == {BASE + 24 * 60}
    assert set(sequences(made(plan_of(NEW), datetime(2020, 1, 1, tzinfo=UTC))).values()) == {0}


def test_a_loan_that_was_taken_out_is_called_off_and_comes_back_with_its_alarms():
    first = made(plan_of(NEW))
    without = made(plan_of(), NOW + timedelta(minutes=1), before=first)
    assert set(states(without).values()) == {"CANCELLED"}
    assert str(events(without)["new-1"]["summary"]) == "借呗 第 1 期 还 2,490.30 元（不用还了）"
    assert b"VALARM" not in without
    again = made(plan_of(NEW), NOW + timedelta(minutes=2), before=without)
    assert set(states(again).values()) == {"CONFIRMED"}
    assert set(sequences(again).values()) == {BASE + 2}
    assert again.count(b"BEGIN:VALARM") == 10


def test_what_was_called_off_is_forgotten_sixty_days_after_its_day():
    first = made(plan_of(NEW))
    off = made(plan_of(), NOW, before=first)
    assert "new-1" in states(made(plan_of(), datetime(2027, 2, 13, 9, tzinfo=BEIJING), before=off))
    assert "new-1" not in states(made(plan_of(), datetime(2027, 2, 14, 9, tzinfo=BEIJING), before=off))
    # where nobody was told yet it is told once, however old
    assert states(made(plan_of(), datetime(2027, 12, 1, 9, tzinfo=BEIJING), before=first))["new-1"] == "CANCELLED"


def test_the_entries_of_a_loan_that_can_t_be_worked_out_stay_as_they_are():
    first = made(plan_of(NEW, SEED))
    broken = NEW.model_copy(update={"product": "no-such-product"})
    second = made(plan_of(broken, SEED), NOW + timedelta(days=1), before=first)
    assert {uid: state for uid, state in states(second).items() if uid.startswith("new")} == {
        f"new-{number}": "CONFIRMED" for number in range(1, 6)
    }
    assert sequences(second)["new-1"] == BASE


OTHERS = [
    b"",
    b"not a calendar",
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Others//ZH\r\nEND:VCALENDAR\r\n",
    b"\xff\xfe\x00\x00",
]


@pytest.mark.parametrize("other", OTHERS)
def test_a_foreign_calendar_counts_as_none(other):
    assert made(plan_of(NEW), before=other) == made(plan_of(NEW))


def test_our_own_calendar_cut_off_or_with_lines_changed_is_no_error():
    """Whatever is read of it, what comes out is a calendar by the rules with all that is to be paid."""
    plan = plan_of(NEW.model_copy(update={"periods": 1}))
    content = made(plan)
    for end in range(0, len(content), 11):
        assert states(made(plan, before=content[:end]))["new-1"] == "CONFIRMED"
    lines = content.split(b"\r\n")
    for place in range(len(lines)):
        for other in (b"", b"DTSTART:x", b"SEQUENCE:-x", b"CATEGORIES:", b"UID:" + b"a" * 300, b"END:VEVENT", b"X"):
            changed = b"\r\n".join([*lines[:place], other, *lines[place + 1 :]])
            assert states(made(plan, before=changed))["new-1"] == "CONFIRMED"


# --- on disk ----------------------------------------------------------------------------------------------------------


def write_calendar(path, plan, rules, now, options) -> Path | None:
    return put_calendar(path, calendar_for(path, plan, rules, now, options))


def test_it_goes_on_from_the_file_at_the_same_place(tmp_path: Path):
    path = tmp_path / "还款日.ics"
    assert write_calendar(path, plan_of(NEW), RULES, NOW, CalendarOptions()) is None
    first = path.read_bytes()
    check(first)
    assert calendar_for(path, plan_of(NEW), RULES, NOW + timedelta(hours=1)) == first
    assert write_calendar(path, plan_of(), RULES, NOW + timedelta(hours=1), CalendarOptions()) is None
    assert set(states(path.read_bytes()).values()) == {"CANCELLED"}
    assert sorted(tmp_path.iterdir()) == [path]


def test_a_foreign_file_at_that_place_is_kept_under_another_name(tmp_path: Path):
    path = tmp_path / "a.ics"
    for number, name in enumerate(["a.old.ics", "a.old2.ics"]):
        path.write_bytes(b"holidays %d" % number)
        assert write_calendar(path, plan_of(NEW), RULES, NOW, CalendarOptions()) == tmp_path / name
        assert (tmp_path / name).read_bytes() == b"holidays %d" % number
        check(path.read_bytes())


def test_an_empty_file_or_none_needs_no_copy(tmp_path: Path):
    path = tmp_path / "a.ics"
    assert set_aside(path) is None
    path.touch()
    assert write_calendar(path, plan_of(NEW), RULES, NOW, CalendarOptions()) is None
    assert sorted(tmp_path.iterdir()) == [path]


def test_a_link_stays_one_and_what_it_points_to_is_kept(tmp_path: Path):
    target, link = tmp_path / "b" / "holidays.ics", tmp_path / "a.ics"
    target.parent.mkdir()
    target.write_bytes(b"holidays")
    link.symlink_to(target)
    assert write_calendar(link, plan_of(NEW), RULES, NOW, CalendarOptions()) == target.parent / "holidays.old.ics"
    assert link.is_symlink()
    check(target.read_bytes())


def test_where_nothing_can_be_written_the_foreign_file_is_as_it_was(tmp_path: Path):
    folder = tmp_path / "a.ics"
    folder.mkdir()
    with pytest.raises(OSError, match=r"."):
        write_calendar(folder, plan_of(NEW), RULES, NOW, CalendarOptions())
    with pytest.raises(OSError, match=r"."):
        write_calendar(tmp_path / "no" / "such.ics", plan_of(NEW), RULES, NOW, CalendarOptions())
    long = tmp_path / f"{'x' * 250}.ics"
    long.write_bytes(b"holidays")
    with pytest.raises(OSError, match=r"."):  # there is no room for a longer name beside it
        write_calendar(long, plan_of(NEW), RULES, NOW, CalendarOptions())
    assert long.read_bytes() == b"holidays"
    assert sorted(tmp_path.iterdir()) == sorted([folder, long])

"""The calendar file: every due day as an entry that other calendars import, and import again when the plan changes.

An entry keeps its UID for ever. What is unchanged from the earlier file at the same place is written as it was there;
what is no longer to be paid is called off by the same UID, so that it does not stay in somebody's calendar.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from jiebei_desktop.files.atomic import resolved, write_atomically
from jiebei_desktop.files.ics_entry import (
    DOMAIN,
    KEYS,
    PRODUCT_ID,
    REMEMBERED,
    Entry,
    called_off,
    earlier_entries,
    event_of,
)
from jiebei_desktop.planning.budget.memory import Memory
from jiebei_desktop.planning.budget.outlook import Outlook, basis
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.planning.due_days import DueDay, LoanDues, PlanDues, plan_dues
from jiebei_desktop.planning.due_words import due_lines, due_title, one_line
from jiebei_desktop.planning.wording import product_name
from jiebei_desktop.products import RuleBook
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError

MOST_DAYS_BEFORE: Final = 60
_PLAIN_ID: Final = re.compile(r"[A-Za-z0-9]{1,40}")
_MOST_BYTES: Final = 16_000_000


class CalendarOptions(NamedTuple):
    """When a calendar reminds.

    Attributes:
        days_before: at nine o'clock so many days before; 0 for the day itself.
        evening: also at eight o'clock of the evening before.
    """

    days_before: int = 3
    evening: bool = True


def put_calendar(path: Path, content: bytes) -> Path | None:
    """Write a calendar to a place.

    Anything else that is there is first copied to a new name beside it, which is returned.

    Raises:
        OSError: something could not be read or written; the old file is as it was.
        ValueError: the name holds a sign that no path can have.
    """
    kept = set_aside(path)
    write_atomically(path, content)
    return kept


def calendar_for(
    path: Path,
    plan: Plan,
    rules: RuleBook,
    now: datetime,
    options: CalendarOptions = CalendarOptions(),  # noqa: B008 - a value that nobody changes
    memory: Memory | None = None,
) -> bytes:
    """Return a plan's due days as a calendar for a place, going on from an earlier one there; else as `calendar_bytes`.

    Raises:
        OSError: what is there could not be read.
    """
    return calendar_bytes(plan, rules, now, options, _there(path), memory)


def set_aside(path: Path) -> Path | None:
    """Copy what is at a place and is no calendar of ours to a new name beside it, and return that.

    Raises:
        OSError: it could not be read or written.
    """
    if not path.is_file() or not path.stat().st_size:
        return None
    content = _there(path)
    ours = content is not None and earlier_entries(content) is not None
    return None if ours else _copied(resolved(path))


def calendar_bytes(
    plan: Plan,
    rules: RuleBook,
    now: datetime,
    options: CalendarOptions = CalendarOptions(),  # noqa: B008 - a value that nobody changes
    before: bytes | None = None,
    memory: Memory | None = None,
) -> bytes:
    """Return a plan's due days as the bytes of a calendar (RFC 5545).

    Args:
        plan: the plan.
        rules: the products.
        now: the time with its zone; its date is today.
        options: when the calendar reminds.
        before: the earlier calendar that this one takes the place of; one that is not ours counts as none.
        memory: keeps what the months ahead were worked out from.

    Raises:
        ProblemError: an option can't be.
    """
    from icalendar import Calendar, vText  # noqa: PLC0415 - only who writes a calendar needs it

    if not 0 <= options.days_before <= MOST_DAYS_BEFORE:
        text = translate("CalendarFile", "提前的天数要在 0 到 {most} 之间").format(most=MOST_DAYS_BEFORE)
        raise ProblemError("days_before", text)
    earlier = (earlier_entries(before) if before is not None else None) or {}
    today = now.date()
    every = plan_dues(plan, rules, today)
    outlook = None if plan.budget.empty else basis(plan, rules, today, memory=memory).outlook()
    entries = {entry.uid: entry for entry in _asked(every, rules, today, options, outlook)}
    stays = _stays(every, earlier)
    for uid, known in earlier.items():
        if uid not in entries and uid not in stays and (off := called_off(known, today)) is not None:
            entries[uid] = off
    events = {uid: event_of(entry, earlier.get(uid), now) for uid, entry in entries.items()}
    events = {uid: earlier[uid].event for uid in stays} | events
    calendar = Calendar()
    title = translate("CalendarFile", "还款日 {plan}").format(plan=one_line(plan.name)).strip()
    for name, value in (
        ("prodid", PRODUCT_ID),
        ("version", "2.0"),
        ("calscale", "GREGORIAN"),
        ("x-wr-calname", vText(title)),  # a name of others, of which it does not know that it is a text
    ):
        calendar.add(name, value)
    for _, event in sorted(events.items(), key=lambda named: (named[1].decoded("dtstart"), named[0])):
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _asked(
    every: PlanDues, rules: RuleBook, today: date, options: CalendarOptions, outlook: Outlook | None
) -> Iterator[Entry]:
    """Yield what is to be paid, and what is not any more, as far as that is news."""
    for dues, name in zip(every.loans, _uid_names(every.loans), strict=True):
        brand = one_line(product_name(dues.loan.product, rules))
        for due in dues.days:
            if not due.open and due.day < today - REMEMBERED:
                continue
            title = due_title(dues, due, rules)
            lines = due_lines(dues, due, every, rules, today, outlook)
            alarms = _alarms(due, title, options, today)
            uid = f"{name}-{due.key}@{DOMAIN}"
            yield Entry(uid, due.day, title, "\n".join(filter(None, lines)), brand, due.open, alarms)


def _uid_names(loans: Iterable[LoanDues]) -> Iterator[str]:
    """Yield by what each loan's entries are told from those of others; ids that are the same are told apart."""
    seen: dict[str, int] = {}
    for dues in loans:
        found = seen[dues.loan.id] = seen.get(dues.loan.id, 0) + 1
        yield _uid_name(dues.loan.id if found == 1 else f"{dues.loan.id} {found}")


def _uid_name(loan_id: str) -> str:
    """Return a loan's id as a UID can hold it; one with other signs by its digest, so that no two are the same."""
    if _PLAIN_ID.fullmatch(loan_id):
        return loan_id
    return f"x-{sha256(loan_id.encode('utf-8', 'surrogatepass')).hexdigest()[:24]}"


def _alarms(due: DueDay, title: str, options: CalendarOptions, today: date) -> tuple[tuple[timedelta, str], ...]:
    if not due.open or due.day < today:
        return ()
    tomorrow = translate("CalendarFile", "明天：{what}")
    text = {
        0: translate("CalendarFile", "今天：{what}"),
        1: tomorrow,
    }.get(options.days_before, translate("CalendarFile", "还有 {days} 天：{what}"))
    said = text.format(days=options.days_before, what=title)
    alarms = [(timedelta(days=-options.days_before, hours=9), said)]
    if options.evening:
        alarms.append((timedelta(hours=-4), tomorrow.format(what=title)))
    return tuple(alarms)


def _stays(every: PlanDues, earlier: Iterable[str]) -> list[str]:
    """Return the entries of loans that can't be worked out now: nobody knows that they are not to be paid."""
    names = "|".join(re.escape(_uid_name(loan.id)) for loan, _ in every.problems)
    own = re.compile(rf"({names})-{KEYS}@{re.escape(DOMAIN)}")
    return [uid for uid in earlier if own.fullmatch(uid)] if names else []


def _there(path: Path) -> bytes | None:
    """Return what is at a place; None where there is no file, or more than any calendar of ours."""
    return path.read_bytes() if path.is_file() and path.stat().st_size <= _MOST_BYTES else None


def _copied(path: Path) -> Path:
    count = 1
    while True:
        kept = path.with_name(f"{path.stem}.old{count if count > 1 else ''}{path.suffix}")
        try:
            target = kept.open("xb")
        except FileExistsError:
            count += 1
            continue
        try:
            with target, path.open("rb") as source:
                shutil.copyfileobj(source, target)
        except BaseException:
            with suppress(OSError):
                kept.unlink()
            raise
        return kept

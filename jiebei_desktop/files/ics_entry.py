"""One entry of the calendar file, and what an earlier file says of it. The earlier one may hold anything."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from jiebei_desktop.planning.due_words import one_line
from jiebei_desktop.text import translate

if TYPE_CHECKING:  # it is loaded when a calendar is written
    from icalendar import Event

PRODUCT_ID: Final = "-//jiehua//due days//ZH"
KEYS: Final = r"([0-9]+|early-[0-9]{8}|penalty)"
"""What the key of something that falls due looks like."""
DOMAIN: Final = "jiehua.local"
REMEMBERED: Final = timedelta(days=60)
"""How long after its day an entry that is paid or gone is called off again: who imports less often sees it stay."""
_SINCE: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""From which sequence numbers are counted, so that a file that is written later, elsewhere too, counts as newer."""
_STAMPS: Final = (b"DTSTAMP", b"LAST-MODIFIED", b"SEQUENCE")
_OURS: Final = re.compile(rf"[A-Za-z0-9-]+-{KEYS}@{re.escape(DOMAIN)}")
_MOST_TITLE: Final = 200
_MOST_LINE: Final = 400


class Entry(NamedTuple):
    """What a calendar shows of something that falls due.

    Attributes:
        open: whether it is still to be paid; else it is called off.
        alarms: each so long from the beginning of its day, with what it says.
    """

    uid: str
    day: date
    title: str
    about: str
    brand: str
    open: bool
    alarms: tuple[tuple[timedelta, str], ...] = ()


class Earlier(NamedTuple):
    """An entry of an earlier file.

    Attributes:
        event: as it stands there.
        entry: the same without alarms.
        stamp: when it was written.
        changed: when it was changed the last time.
        sequence: how often, in a way: the highest one of a UID counts.
    """

    event: Event
    entry: Entry
    stamp: datetime
    changed: datetime
    sequence: int


def earlier_entries(content: bytes) -> dict[str, Earlier] | None:
    """Return the entries of a calendar of ours by UID; None for what is none."""
    from icalendar import Calendar  # noqa: PLC0415 - only who writes a calendar needs it
    from icalendar import Event as Read  # noqa: PLC0415

    if f"PRODID:{PRODUCT_ID}\r\n".encode() not in content:
        return None
    try:
        inside = Calendar.from_ical(content).subcomponents
        found = (_earlier(event) for event in inside if isinstance(event, Read))
        return {each.entry.uid: each for each in found if each is not None}
    except (ValueError, LookupError, TypeError, AttributeError):  # damaged: its reader raises whatever comes
        return None


def _earlier(event: Event) -> Earlier | None:
    """Return an entry that has what we write into each one."""
    from icalendar import vCategory  # noqa: PLC0415 - only who writes a calendar needs it

    uid, day, sequence = str(event["uid"]), event.decoded("dtstart"), event.decoded("sequence")
    stamps = event.decoded("dtstamp"), event.decoded("last-modified")
    if not _OURS.fullmatch(uid) or not isinstance(day, date) or isinstance(day, datetime):
        return None
    if not isinstance(sequence, int) or not all(isinstance(each, datetime) and each.tzinfo for each in stamps):
        return None
    categories = event["categories"]
    if not isinstance(categories, vCategory):
        return None
    lines = (one_line(line, _MOST_LINE) for line in str(event.get("description", "")).splitlines())
    entry = Entry(
        uid,
        day,
        one_line(str(event.get("summary", "")), _MOST_TITLE),
        "\n".join(lines),
        one_line(str(categories.cats[0])) if len(categories.cats) > 1 else "",
        open=str(event.get("status")) != "CANCELLED",
    )
    return Earlier(event, entry, *stamps, sequence)


def called_off(known: Earlier, today: date) -> Entry | None:
    """Return the entry that calls an earlier one off; None once that was done and is long past."""
    entry = known.entry
    if entry.open:
        return entry._replace(
            title=translate("CalendarFile", "{what}（不用还了）").format(what=entry.title),
            about=translate("CalendarFile", "现在的计划里没有这一笔了。"),
            open=False,
        )
    return None if entry.day < today - REMEMBERED else entry


def event_of(entry: Entry, known: Earlier | None, now: datetime) -> Event:
    """Return an entry as the file has it: with the stamps of the earlier one where nothing else is different."""
    stamp = now.astimezone(UTC).replace(microsecond=0)
    base = max(int((now - _SINCE).total_seconds() // 60), 0)
    if known is None:
        return _event(entry, stamp, stamp, base)
    same = _event(entry, known.stamp, known.changed, known.sequence)
    if _bare(same) == _bare(known.event):
        return same
    return _event(entry, stamp, stamp, max(known.sequence + 1, base))


def _bare(event: Event) -> list[bytes]:
    """Return the lines of an entry without its stamps, which are never folded."""
    return [line for line in event.to_ical().split(b"\r\n") if not line.startswith(_STAMPS)]


def _event(entry: Entry, stamp: datetime, changed: datetime, sequence: int) -> Event:
    from icalendar import Alarm  # noqa: PLC0415 - only who writes a calendar needs it
    from icalendar import Event as Made  # noqa: PLC0415

    event = Made()
    for name, value in (
        ("uid", entry.uid),
        ("dtstamp", stamp),
        ("last-modified", changed),
        ("sequence", sequence),
        ("dtstart", entry.day),
        ("dtend", entry.day + timedelta(days=1)),
        ("summary", entry.title),
        ("description", entry.about),
        ("categories", [*filter(None, [entry.brand]), translate("CalendarFile", "还款")]),
        ("status", "CONFIRMED" if entry.open else "CANCELLED"),
        ("class", "PRIVATE"),
        ("transp", "TRANSPARENT"),
    ):
        event.add(name, value)
    for before, text in entry.alarms:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", before)
        alarm.add("description", text)
        event.add_component(alarm)
    return event

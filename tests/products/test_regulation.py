from __future__ import annotations

import tomllib
from decimal import Decimal
from itertools import pairwise

from jiebei_desktop import text
from jiebei_desktop.products import Confidence, figures
from jiebei_desktop.products.regulation import shipped_regulation
from jiebei_desktop.resources import resource

LINES = shipped_regulation()
DATA = tomllib.loads(resource("regulation.toml").read_text(encoding="utf-8"))


# Sources: 24 % in zjblf.com (?p=44128, 2025); four times the one-year LPR in tellerreport.com (2020-08-20).
def test_the_ceilings():
    found = {name: (figure.value, figure.confidence) for name, figure in figures(LINES)}
    assert found["assisted"] == (Decimal("0.24"), Confidence.HIGH)
    assert found["private_multiple"] == (4, Confidence.HIGH)


def test_a_ceiling_says_since_when_and_what_was_not_found():
    assert "2025-10-01" in LINES.assisted.note.zh
    assert "2020-08-20" in LINES.private_multiple.note.zh
    assert "没有查到" in LINES.private_multiple.note.zh
    assert "licensed lenders" in LINES.private_multiple.note.en


def test_prime_rates_rise_in_time_and_hold_until_the_next():
    for before, after in pairwise(LINES.lpr):
        assert before.since < after.since
        assert before.value != after.value
        assert LINES.prime_rate(after.since).value == after.value
        assert LINES.prime_rate(after.since.replace(day=after.since.day - 1)).value == before.value


def test_every_source_is_used_and_no_other_is_named():
    named = {key for _, figure in figures(LINES) for key in figure.sources}
    named |= {key for rate in LINES.lpr for key in rate.sources}
    assert named == DATA["sources"].keys()


def test_sources_and_notes_are_in_both_languages():
    notes = [figure.note for _, figure in figures(LINES)] + [rate.note for rate in LINES.lpr if rate.note]
    for local in (*notes, *(source.title for source in LINES.sources.values())):
        text.use(text.CHINESE)
        chinese = str(local)
        text.use(text.ENGLISH)
        assert str(local) != chinese


def test_the_lines_are_read_once():
    assert shipped_regulation() is LINES

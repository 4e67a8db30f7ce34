"""Translations: complete, with the same fields, in both languages."""

import re
import subprocess
import sys
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree

import pytest

from jiebei_desktop import text
from jiebei_desktop.resources import resource

ROOT = Path(__file__).parents[1]
MESSAGES = [
    (context.findtext("name"), message)
    for context in ElementTree.parse(resource("translations", "jiebei_en.ts")).iterfind("context")
    for message in context.iterfind("message")
]


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_no_text_is_untranslated_and_none_is_chinese_by_mistake():
    for context, message in MESSAGES:
        translation = message.find("translation")
        assert translation.get("type") is None, (context, message.findtext("source"))
        written = translation.text or ""
        assert written.strip(), (context, message.findtext("source"))
        if "Language" not in written:
            own = re.sub(
                '"[^"]*"|“[^“”]*”', "", written
            )  # what stands so in a file or on another program's screen is quoted
            assert not re.search(r"[\u4e00-\u9fff]", own), written


def test_translations_fill_in_the_same_fields():
    allowed = {"iso"}  # a date may be written in one piece
    dates = {"year", "month", "day"}
    for _, message in MESSAGES:
        source, written = message.findtext("source"), message.findtext("translation")
        missing, extra = fields(source) - fields(written), fields(written) - fields(source)
        assert (not missing and not extra) or (missing <= dates and extra == allowed), (source, written)


COUNTED = "instalments?|days?|months?|loans?|rows?|years?|weeks?|columns?|files?|payments?|cells?|entries|things?"


def test_words_go_with_the_number_that_is_filled_in():
    alone = re.compile(rf"\{{(\w+)\}} ({COUNTED})\b")
    no_number = {"most", "product"}  # the one is a hundred, the other a name
    for _, message in MESSAGES:
        written = message.findtext("translation")
        found = [field for field, _ in alone.findall(written) if field not in no_number]
        assert not found, written
        for field, spec in re.findall(r"\{(\w+):([^{}]*\|[^{}]*)\}", written):
            assert spec.count("|") == 1, written
            assert field in fields(message.findtext("source")), written


def test_one_day_and_two_days(tmp_path):
    text.use(text.ENGLISH)
    try:
        days = text.translate("Late", "逾期 {days} 天")
        assert [days.format(days=count) for count in (0, 1, 2)] == ["0 days late", "1 day late", "2 days late"]
        assert days.format(days="1") == "1 day late"
    finally:
        text.use(text.CHINESE)


def test_the_catalogue_is_up_to_date_with_the_source(tmp_path):
    fresh = tmp_path / "fresh.ts"
    sources = [str(path) for path in sorted((ROOT / "jiebei_desktop").rglob("*.py"))]
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    if not tool.exists():
        pytest.skip("lupdate is not beside this Python")
    subprocess.run([tool, *sources, "-ts", fresh], check=True, capture_output=True)
    found = {
        (context.findtext("name"), message.findtext("source"))
        for context in ElementTree.parse(fresh).iterfind("context")
        for message in context.iterfind("message")
    }
    assert found == {(context, message.findtext("source")) for context, message in MESSAGES}


def test_every_text_is_a_literal_that_lupdate_can_read():
    for path in (ROOT / "jiebei_desktop").rglob("*.py"):
        if path.name == "text.py":
            continue
        for call in re.findall(r"(?<!\.)translate\((.{0,30})", path.read_text(encoding="utf-8"), flags=re.DOTALL):
            assert re.match(r'\s*"', call), (path.name, call)


def test_english_and_back():
    assert text.translate("Loans", "借款") == "借款"
    text.use(text.ENGLISH)
    assert text.translate("Loans", "借款") == "Loans"
    assert text.translate("Nowhere", "没有翻译") == "没有翻译"
    assert text.pick("甲", "A") == "A"
    text.use(text.CHINESE)
    assert text.translate("Loans", "借款") == "借款"
    assert text.language() == text.CHINESE

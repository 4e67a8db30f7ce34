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
            own = re.sub("“[^“”]*”", "", written)  # what stands so in a file or on another program's screen is quoted
            assert not re.search(r"[\u4e00-\u9fff]", own), written


def test_translations_fill_in_the_same_fields():
    allowed = {"iso"}  # a date may be written in one piece
    dates = {"year", "month", "day"}
    for _, message in MESSAGES:
        source, written = message.findtext("source"), message.findtext("translation")
        missing, extra = fields(source) - fields(written), fields(written) - fields(source)
        assert (not missing and not extra) or (missing <= dates and extra == allowed), (source, written)


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

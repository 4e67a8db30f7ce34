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


def forms(message) -> list[str]:
    translation = message.find("translation")
    return [form.text or "" for form in translation.iterfind("numerusform")] or [translation.text or ""]


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_no_text_is_untranslated_and_none_is_chinese_by_mistake():
    for context, message in MESSAGES:
        translation = message.find("translation")
        assert translation.get("type") is None, (context, message.findtext("source"))
        for form in forms(message):
            assert form.strip(), (context, message.findtext("source"))
            if "Language" not in form:
                assert not re.search(r"[\u4e00-\u9fff]", form), form


def test_translations_fill_in_the_same_fields():
    allowed = {"iso"}  # a date may be written in one piece
    dates = {"year", "month", "day"}
    for _, message in MESSAGES:
        source = message.findtext("source")
        for form in forms(message):
            missing = fields(source) - fields(form)
            extra = fields(form) - fields(source)
            assert extra <= allowed, (source, form)
            once = form is forms(message)[0] and message.get("numerus")
            assert not missing or once or (missing <= dates and extra == allowed), (source, form)


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
        for call in re.findall(r"translate\((.{0,30})", path.read_text(encoding="utf-8"), flags=re.DOTALL):
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


def test_counts_pick_their_form():
    source = "{label}：{first} 到 {last}，%n 次"
    assert text.translate("Pictures", source, None, 3) == "{label}：{first} 到 {last}，3 次"
    text.use(text.ENGLISH)
    assert text.translate("Pictures", source, None, 1) == "{label}: {first}, once"
    assert text.translate("Pictures", source, None, 3) == "{label}: {first} to {last}, 3 times"

"""What ships with the help: words that are really on screen, with right examples, and facts with sources."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from jiebei_desktop import text
from jiebei_desktop.engine import Terms, compounded, rated_schedule
from jiebei_desktop.engine.bill import free_days
from jiebei_desktop.planning.helping.shipped import Help, Word, glossary, shipped_help
from jiebei_desktop.planning.helping.sources import source_groups
from jiebei_desktop.resources import resource
from jiebei_desktop.values import Method

FIELD_TERMS = (Path(__file__).parents[2] / "data" / "field_terms.txt").read_text(encoding="utf-8").split()
"""What people outside the field may not know."""


def on_screen() -> str:
    """Return all that the program can say: the texts of the catalogue and those of its files, the help's own not."""
    catalogue = resource("translations", "jiebei_en.ts").read_text(encoding="utf-8")
    said = [
        found
        for context in catalogue.split("<context>")
        if "<name>Help</name>" not in context and "<name>HelpPage</name>" not in context
        for found in re.findall(r"<source>(.*?)</source>", context, re.DOTALL)
    ]
    files = [resource("overdue.toml"), resource("regulation.toml"), *resource("products").rglob("*.toml")]
    return "\n".join([*said, *(path.read_text(encoding="utf-8") for path in files)])


def names(word: Word) -> list[str]:
    return [word.term.zh, *word.also.zh]


def test_each_word_explained_is_on_screen_and_said_once():
    said = on_screen()
    assert [word.term.zh for word in glossary() if not any(name in said for name in names(word))] == []
    terms = [word.term.zh for word in glossary()]
    assert len(set(terms)) == len(terms)


def test_each_term_of_the_field_that_is_on_screen_is_explained():
    said, known = on_screen(), {name for word in glossary() for name in names(word)}
    assert [term for term in FIELD_TERMS if term in said and term not in known] == []


def test_words_are_short_and_in_both_languages():
    for word in glossary():
        assert word.text.zh.endswith("。")
        assert len(word.text.zh) <= 80
        assert word.text.en.endswith((".", "”"))
        assert not re.search(r"[\u4e00-\u9fff]", word.text.en + word.term.en)
        assert bool(word.also.zh) == bool(word.also.en)


def explained(term: str) -> str:
    return next(word.text.zh for word in glossary() if word.term.zh == term)


def test_the_examples_are_right():
    assert "120.00 元" in explained("利息")
    assert Decimal(10_000) * Decimal("0.0004") * 30 == 120
    flat = Terms(principal="1200", start_date="2026-01-01", periods=3, method=Method.FLAT_FEE, fee_rate="0.025")
    assert "每期还 410.00 元" in explained("手续费")
    assert {row.payment for row in rated_schedule(flat).rows} == {410}
    year = Terms(principal="10000", start_date="2026-01-01", periods=12, method=Method.FLAT_FEE, fee_rate="0.088")
    assert "15.86%" in explained("名义年化")
    assert round(rated_schedule(year).rates.nominal_annual, 4) == Decimal("0.1586")
    assert rated_schedule(year).totals.fee == 880
    assert "12.68 元" in explained("利滚利")
    assert round(100 * Decimal("1.01") ** 12 - 100, 2) == Decimal("12.68")
    assert "约 40 天" in explained("免息")
    assert free_days(date(2026, 8, 1), 1, 10) == 40
    assert "一天 7.50 元" in explained("罚息")
    assert 10_000 * Decimal("0.0005") * Decimal("1.5") == Decimal("7.5")


def test_the_central_banks_example_is_right():
    # PBOC announcement 2021 No. 3: 100,000 yuan, a fee of 1,000 at once, 12 payments of 8,833.3 yuan
    assert "名义 12.80%，实际 13.58%" in explained("实际年化")
    low, high = Decimal(0), Decimal("0.05")
    for _ in range(60):
        month = (low + high) / 2
        worth = sum(Decimal("8833.3") / (1 + month) ** period for period in range(1, 13))
        low, high = (month, high) if worth > 99_000 else (low, month)
    assert round(low * 12, 4) == Decimal("0.1280")
    assert round(compounded(low, 12), 4) == Decimal("0.1358")


def test_a_fact_without_a_known_source_is_refused():
    data = shipped_help().model_dump(mode="json")
    data["facts"]["sesame"]["sources"] = ["nobody"]
    with pytest.raises(ValueError, match="没有叫 nobody 的来源"):
        Help.model_validate(data)


def test_every_source_of_the_help_supports_something():
    known = shipped_help()
    used = {key for fact in known.facts.values() for key in fact.sources}
    used |= {key for fact in known.facts.values() for view in fact.views for key in view.sources}
    assert used == set(known.sources)


def test_what_is_not_known_is_said_in_sentences_of_both_languages():
    for said in (*shipped_help().unknown, *shipped_help().refuses):
        assert said.zh.endswith("。")
        assert said.en.endswith(".")


def test_all_shipped_sources_are_listed_by_file_with_what_they_support(rules):
    groups = source_groups(rules)
    assert [group.title for group in groups] == [
        "借呗（2017-01-01 起）",
        "借呗（2021-11-24 起）",
        "借呗分期贷（旧）",
        "花呗分期",
        "花呗购物分期",
        "信用购分期",
        "花呗账单",
        "逾期和出路",
        "利率的几条线",
        "帮助里的说法",
    ]
    assert groups[8].read == date(2026, 11, 24)
    by_address = {each.source.address: each.supports for each in groups[6].cited}
    assert by_address["http://dxf1.cn/eamysrrfjbf.html"] == ("1 日出账，哪天还",)
    cited = [each for group in groups for each in group.cited]
    assert all(each.source.address not in {"-", "derived"} for each in cited)


def test_names_are_those_of_the_language_in_use():
    effective = next(word for word in glossary() if word.term.zh == "实际年化")
    assert effective.also.shown == ("IRR", "内部收益率", "真实年化")
    text.use(text.ENGLISH)
    assert effective.also.shown == ("IRR", "Internal rate of return", "True annual rate")

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from datetime import date
from itertools import pairwise

import pytest
from pydantic import ValidationError

from jiebei_desktop import text
from jiebei_desktop.products import Confidence
from jiebei_desktop.products.stages import STAGES, WAYS, Said, read_overdue, shipped_overdue
from jiebei_desktop.resources import resource
from jiebei_desktop.values import problems_of

LATE = shipped_overdue()
FILE = resource("overdue.toml").read_text(encoding="utf-8")
DATA = tomllib.loads(FILE)
ENTRIES = dict(LATE.entries())
SAYINGS = {path: entry for path, entry in ENTRIES.items() if isinstance(entry, Said)}
VIEWS = {f"{path}.views.{place}": view for path, said in SAYINGS.items() for place, view in enumerate(said.views)}


def raw_entries(data, path=""):
    """Find every table that names sources, by walking the file itself."""
    if isinstance(data, dict):
        if "sources" in data and isinstance(data["sources"], list):
            yield path
        for key, item in data.items():
            yield from raw_entries(item, f"{path}.{key}" if path else key)
    elif isinstance(data, list):
        for number, item in enumerate(data):
            yield from raw_entries(item, f"{path}.{number}")


def texts():
    """Yield every text of the file that a person reads, with its path."""
    yield from ((f"{path}.name", stage.name) for path, stage in ENTRIES.items() if path.startswith("stages."))
    yield from ((f"{path}.text", said.text) for path, said in SAYINGS.items())
    yield from ((f"{path}.value", view.value) for path, view in VIEWS.items())
    yield from ((f"{path}.note", entry.note) for path, entry in (ENTRIES | VIEWS).items() if entry.note)
    yield from ((f"sources.{key}.title", source.title) for key, source in LATE.sources.items())


TEXTS = dict(texts())


# Source: the levels of GitHub haoran-yang/Code_Library, 2019-12.
@pytest.mark.parametrize(
    ("days", "stage", "ahead"),
    [
        (-5, "M0", "M1"),
        (0, "M0", "M1"),
        (1, "M1", "M2"),
        (30, "M1", "M2"),
        (31, "M2", "M3"),
        (60, "M2", "M3"),
        (61, "M3", "M3+"),
        (90, "M3", "M3+"),
        (91, "M3+", None),
        (4000, "M3+", None),
    ],
)
def test_the_stage_of_so_many_days(days, stage, ahead):
    assert LATE.stage(days).id == stage
    following = LATE.next_stage(days)
    assert (following.id if following else None) == ahead


def test_a_stage_says_its_days_in_its_name():
    assert [(stage.first_day, stage.name.zh) for stage in LATE.stages] == [
        (0, "没有逾期"),
        (1, "M1 逾期 1–30 天"),
        (31, "M2 逾期 31–60 天"),
        (61, "M3 逾期 61–90 天"),
        (91, "M3+ 逾期 90 天以上"),
    ]
    assert LATE.stage(0).name.en == "Not late"


# Source: the rules on risk classes in force 2023-07-01, chinabankingnews.com, 2023-02-14.
@pytest.mark.parametrize(
    ("days", "zh", "en"),
    [
        (-1, "正常", "Normal"),
        (0, "正常", "Normal"),
        (1, "关注", "Special mention"),
        (90, "关注", "Special mention"),
        (91, "次级", "Substandard"),
        (270, "次级", "Substandard"),
        (271, "可疑", "Doubtful"),
        (360, "可疑", "Doubtful"),
        (361, "损失", "Loss"),
        (4000, "损失", "Loss"),
    ],
)
def test_the_class_of_so_many_days(days, zh, en):
    found = LATE.class_of(days)
    assert found.text.zh.startswith(f"{zh}：")
    assert found.text.en.startswith(f"{en}:")
    assert found.confidence is Confidence.HIGH


@pytest.mark.parametrize(
    ("days", "happened", "ahead"),
    [
        (-3, 0, 1),
        (0, 0, 1),
        (1, 3, 4),
        (3, 3, 4),
        (4, 4, 31),
        (30, 4, 31),
        (31, 5, 61),
        (61, 6, 91),
        (90, 6, 91),
        (91, 7, 181),
        (180, 7, 181),
        (181, 8, 361),
        (361, 9, None),
        (4000, 9, None),
    ],
)
def test_what_has_happened_and_what_is_ahead(days, happened, ahead):
    assert LATE.happened(days) == LATE.consequences[:happened]
    following = LATE.ahead(days)
    assert (following.from_day if following else None) == ahead
    assert following is None or following == LATE.consequences[happened]


@pytest.mark.parametrize(
    ("day", "word"),
    [
        (1, "罚息"),
        (1, "停用"),
        (1, "征信"),
        (4, "每天打电话"),
        (31, "外部催收"),
        (61, "律师函"),
        (91, "可能会起诉"),
        (181, "半年"),
    ],
)
def test_what_begins_on_a_day(day, word):
    assert [said.from_day for said in LATE.consequences if word in said.text.zh] == [day]


def test_going_to_court_tells_the_three_years_and_who_says_otherwise():
    (said,) = (said for said in LATE.consequences if said.from_day == 91)
    assert "3 年" in said.note.zh
    assert "3 years" in said.note.en
    assert [view.value.zh for view in said.views] == ["只要逾期，随时可以起诉。"]


def test_the_day_of_the_credit_record_is_told_in_every_way():
    (said,) = (said for said in LATE.consequences if "征信" in said.text.zh)
    found = {view.sources: view.value.zh for view in said.views}
    assert "当天" in found["jielaw",]
    assert "1 天" in found["4hw_credit",]
    assert "3 天以内上报" in found["gzjll",]
    assert "3 天以内不" in found["php_cn",]
    assert "30 天" in found["yanggu_credit",]
    assert not re.search(r"\d", said.text.zh)  # it takes no side


def the_right(word):
    (said,) = (said for said in LATE.rights if word in said.text.zh)
    return said


# Sources: csai.cn/wenda/1022378 and laitimes.com, 2024-05-15, against the banking association's guideline of 2026-01.
def test_both_limits_on_calls_are_shown():
    calls = the_right("接通的催收电话")
    assert "最多 3 次" in calls.text.zh
    assert set(calls.sources) == {"csai", "laitimes"}
    (other,) = calls.views
    assert "最多打 6 次" in other.value.zh
    assert other.sources == ("cba", "csjrw")


@pytest.mark.parametrize(
    ("word", "zh", "en"),
    [
        ("晚上 10 点", "早上 8 点", "between 22:00 and 08:00"),
        ("本人，不能去找", "无关", "nothing to do with"),
        ("录音", "时间和号码", "recorded"),
        ("两轮催收", "7 天", "7 days"),
        ("第一次", "先告诉", "told"),
        ("说明", "更正", "statement"),
        ("不良记录从", "5 年", "settled"),
        ("投诉", "12378", "12378"),
        ("冒充", "恐吓", "police"),
        ("借钱来还", "不能", "borrow elsewhere"),
    ],
)
def test_a_right(word, zh, en):
    said = the_right(word)
    assert zh in said.text.zh
    assert en in said.text.en


def test_only_the_right_to_complain_does_not_wait_for_being_late():
    assert [said.text.zh for said in LATE.rights if said.from_day == 0] == [the_right("12378").text.zh]


def test_every_way_out_is_there():
    assert WAYS == (
        "pay_all",
        "pay_overdue",
        "minimum",
        "defer",
        "negotiate",
        "waiver",
        "move",
        "card_plan",
        "nothing",
    )
    assert set(LATE.ways) == set(WAYS)


@pytest.mark.parametrize(
    ("way", "zh", "en", "confidence"),
    [
        ("pay_all", "罚息不再增加", "no penalty is added", "high"),
        ("pay_overdue", "先还逾期的几期", "late instalments first", "medium"),
        ("minimum", "10%", "10 %", "medium"),
        ("defer", "还款日以前", "before the due day", "low"),
        ("negotiate", "不是一定会同意", "need not agree", "medium"),
        ("waiver", "一次结清", "in one go", "low"),
        ("move", "债只是换了地方", "only moves the debt", "low"),
        ("card_plan", "60 期", "credit cards only", "medium"),
        ("nothing", "打一个电话", "phone call", "medium"),
    ],
)
def test_what_is_known_of_a_way_out(way, zh, en, confidence):
    said = LATE.ways[way]
    assert zh in said.text.zh
    assert en in said.text.en
    assert said.confidence is Confidence(confidence)


def test_the_plan_of_credit_cards_says_what_it_leaves_out():
    said = LATE.ways["card_plan"]
    assert "借呗和花呗不在里面" in said.text.zh
    assert "Jiebei and Huabei are not covered" in said.text.en
    assert "第七十条" in said.note.zh


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("say", ["我想还", "本金、利息、罚息", "失业", "每个月能还多少", "还算不算", "征信", "发给我", "工号"]),
        ("keep", ["时间、号码", "截图", "协议", "收入证明", "凭证", "结清证明"]),
        ("documents", ["身份证", "收入证明", "失业证明", "银行流水", "病历", "清单"]),
    ],
)
def test_a_checklist(name, words):
    found = getattr(LATE, name)
    assert len(found) == len(words)
    for said, word in zip(found, words, strict=True):
        assert word in said.text.zh


def test_due_days_do_not_move():
    assert "不因周末和节假日推后" in LATE.holidays.text.zh
    assert "do not move" in LATE.holidays.text.en
    assert {view.sources for view in LATE.holidays.views} == {("lnmlw_holidays",), ("gzjll_weekend",)}


def test_what_rests_on_this_program_alone_is_marked_so():
    alone = [entry for entry in ENTRIES.values() if set(entry.sources) == {"house"}]
    assert alone
    assert {entry.confidence for entry in alone} == {Confidence.LOW}
    house = LATE.sources["house"]
    assert (house.title.zh, house.title.en, house.address) == ("本程序的归纳", "This program's own summary", "derived")


def test_every_entry_of_the_file_is_checked():
    assert sorted(raw_entries(DATA)) == sorted([*ENTRIES, *VIEWS])


def test_every_source_is_used_and_no_other_is_named():
    named = {key for entry in (ENTRIES | VIEWS).values() for key in entry.sources}
    assert named == DATA["sources"].keys()


def test_no_source_was_read_after_the_file_was_checked():
    assert LATE.version == date(2026, 11, 24)
    assert {source.read for source in LATE.sources.values()} == {date(2026, 11, 23), LATE.version}


@pytest.mark.parametrize(("path", "local"), TEXTS.items(), ids=TEXTS.keys())
def test_a_text_is_in_both_languages(path, local):
    assert re.search("[一-鿿]", local.zh), path
    assert local.en.strip()
    assert not re.search("[一-鿿]", local.en), path


@pytest.mark.parametrize("path", [path for path in TEXTS if not path.startswith("sources.")])
def test_a_text_is_calm_and_short(path):
    local = TEXTS[path]
    assert not re.search("必须|否则|坐牢|后果自负|违法|犯罪|老赖|起诉你", local.zh), path
    assert not re.search(r"\bmust\b|prison|\bjail|illegal|crime", local.en, re.IGNORECASE), path
    assert max(map(len, re.split("[。？；：]", local.zh))) <= 30, path
    assert max(map(len, re.split(r"[.?;:] ", local.en))) <= 100, path


def test_texts_follow_the_language():
    text.use(text.CHINESE)
    assert str(LATE.ways["move"].text).startswith("借别处的钱")
    text.use(text.ENGLISH)
    assert str(LATE.ways["move"].text).startswith("Borrowing elsewhere")


def test_the_file_is_read_once():
    assert shipped_overdue() is LATE


def test_reading_it_takes_neither_qt_nor_the_engine():
    heavy = "{'PySide6', 'numpy_financial', 'jiebei_desktop.engine', 'jiebei_desktop.planning', 'jiebei_desktop.ui'}"
    code = f"import sys, jiebei_desktop.products.stages; print(sorted({heavy} & sys.modules.keys()))"
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True).stdout.strip() == b"[]"


def problems(tmp_path, content):
    path = tmp_path / "overdue.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ValidationError) as caught:
        read_overdue(path)
    return problems_of(caught.value)


M2 = 'id = "M2"\nfirst_day = 31\n'
SUBSTANDARD = 'from_day = 91\ntext = { zh = "次级'
COURT = "from_day = 181\ntext"
CARD = 'sources = ["wode_article70", "wode_article70_stop", "house"]'
HOLIDAYS = 'sources = ["wode_holidays", "51credit_weekend"]'


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("schema_version = 1", "schema_version = 2", "schema_version"),
        ("schema_version = 1", "schema_version = true", "schema_version"),
        ("schema_version = 1", "", "schema_version"),
        ("version = 2026-11-24", 'version = "soon"', "version"),
        ('address = "derived"\n', "", "sources.house.address"),
        (M2, 'id = "M3"\nfirst_day = 31\n', "stages"),
        (M2, 'id = "M9"\nfirst_day = 31\n', "stages"),
        (M2, 'id = "M2"\nfirst_day = 1\n', "stages.2.first_day"),
        (M2, 'id = "M2"\nfirst_day = 61\n', "stages.3.first_day"),
        (M2, 'id = "M2"\nfirst_day = true\n', "stages.2.first_day"),
        (M2, 'id = "M2"\nfirst_day = -1\n', "stages.2.first_day"),
        ('id = "M0"\nfirst_day = 0', 'id = "M0"\nfirst_day = -1', "stages.0.first_day"),
        ('id = "M1"\nfirst_day = 1', 'id = "M1"\nfirst_day = 0', "stages.1.first_day"),
        ('zh = "没有逾期"', 'zh = ""', "stages.0.name.zh"),
        (SUBSTANDARD, SUBSTANDARD.replace("91", "1"), "classes.2.from_day"),
        (SUBSTANDARD, SUBSTANDARD.replace("91", "271"), "classes.3.from_day"),
        ('from_day = 0\ntext = { zh = "正常', 'from_day = 1\ntext = { zh = "正常', "classes.0.from_day"),
        (COURT, COURT.replace("181", "90"), "consequences.7.from_day"),
        (COURT, COURT.replace("181", "36601"), "consequences.7.from_day"),
        (COURT, COURT.replace("181", '"181"'), "consequences.7.from_day"),
        ('sources = ["bank_tables"]', 'sources = ["nobody"]', "ways.pay_overdue.sources"),
        ('sources = ["yuqile"]', 'sources = ["nobody"]', "ways.pay_overdue.views.0.sources"),
        ('sources = ["cba", "csjrw"]', 'sources = ["cba", "nobody"]', "rights.1.views.0.sources"),
        ('sources = ["code_library"]', 'sources = ["nobody"]', "stages.0.sources"),
        ('sources = ["seridoat"]', 'sources = ["nobody"]', "keep.4.sources"),
        (HOLIDAYS, 'sources = ["nobody"]', "holidays.sources"),
        (HOLIDAYS, "sources = []", "holidays.sources"),
        (CARD, CARD.replace('"house"', '"nobody"'), "ways.card_plan.sources"),
        (CARD + "\n", "", "ways.card_plan.sources"),
        (CARD + '\nconfidence = "medium"', CARD + '\nconfidence = "sure"', "ways.card_plan.confidence"),
        (CARD, CARD + "\ncolour = 1", "ways.card_plan.colour"),
        ("[ways.card_plan]", "[ways.article_70]", "ways.card_plan"),
        ("[ways.nothing]", '[ways.wait]\nfrom_day = 0\n[ways."nothing"]', "ways.wait.text"),
        ("[holidays]", "[weekends]", "holidays.from_day"),
        ("[[keep]]\nfrom_day = 0", "[[keep]]\nfrom_day = -1", "keep.0.from_day"),
    ],
)
def test_a_broken_file_names_its_field(tmp_path, old, new, field):
    assert old in FILE, f"the file no longer holds {old!r}"
    found = problems(tmp_path, FILE.replace(old, new, 1))
    assert found[0].field == field
    assert found[0].message


def test_a_way_out_that_nobody_knows_is_named(tmp_path):
    start = FILE.index("[ways.nothing]")
    other = FILE[start : FILE.index("# What to say when calling.")].replace("ways.nothing", "ways.lottery")
    (problem,) = problems(tmp_path, FILE[:start] + other + FILE[start:])
    assert problem == ("ways.lottery", "不认识这一项")


@pytest.mark.parametrize("name", ["classes", "consequences", "rights", "say", "keep", "documents"])
def test_a_list_without_entries_is_named(tmp_path, name):
    without = re.sub(rf"(?ms)^\[\[{name}(\.views)?\]\].*?(?=^\[|\Z)", "", FILE)
    found = problems(tmp_path, f"{name} = []\n{without}")
    assert [problem.field for problem in found] == [name]


def test_the_message_quotes_what_is_wrong(tmp_path):
    def message(old, new):
        return problems(tmp_path, FILE.replace(old, new, 1))[0].message

    assert "nobody" in message('["yuqile"]', '["nobody"]')
    assert message(M2, 'id = "M3"\nfirst_day = 31\n') == "M0、M1、M3、M3、M3+ 不能用；可选：M0、M1、M2、M3、M3+"
    assert message(M2, 'id = "M2"\nfirst_day = 1\n') == "要大于 1"
    assert message(COURT, COURT.replace("181", "90")) == "不能小于 91"
    assert message("[ways.move]", "[ways.mov]") == "必须填写"


@pytest.mark.parametrize("content", ["this is no TOML", "version = 2026-02-30"], ids=["words", "no such day"])
def test_a_file_that_is_no_toml_is_refused(tmp_path, content):
    path = tmp_path / "overdue.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(tomllib.TOMLDecodeError):
        read_overdue(path)


def test_a_file_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        read_overdue(tmp_path / "gone.toml")


def test_days_rise_in_the_shipped_file():
    assert tuple(stage.id for stage in LATE.stages) == STAGES
    for days in ([stage.first_day for stage in LATE.stages], [said.from_day for said in LATE.classes]):
        assert days[0] == 0
        assert all(before < after for before, after in pairwise(days))
    assert all(before.from_day <= after.from_day for before, after in pairwise(LATE.consequences))

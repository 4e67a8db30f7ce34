from __future__ import annotations

import pytest

from jiebei_desktop.products import RuleBook, read_rules
from jiebei_desktop.resources import resource
from jiebei_desktop.values import ProblemError

JIEBEI = resource("products", "jiebei.toml").read_text(encoding="utf-8")
HUABEI = resource("products", "huabei_instalment.toml").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "huabei_instalment.toml").write_text(HUABEI, encoding="utf-8")
    return tmp_path


def changed(text, old, new):
    assert text.count(old) >= 1, f"the rule file no longer holds {old!r}"
    return text.replace(old, new, 1)


def only_broken(folder):
    """Return what is wrong with the one broken file, with the other product still there."""
    book = read_rules(folder)
    assert list(book.rules) == ["huabei_instalment"]
    (broken,) = book.broken
    return broken


TYPICAL = 'value = "0.0004"\nsources = ["lnmlw", "yuqile"]\nconfidence = "medium"'
FEE = '\n[fee.by_periods.3]\nvalue = "0.025"\nsources = ["ieqm"]\nconfidence = "high"\n'
RATE_HEAD = '[rate]\nper = "day"\n'


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('value = "0.0004"', "value = 0.0004", "rate.typical.value"),
        ('value = "0.0004"', "value = nan", "rate.typical.value"),
        ('value = "0.0004"', 'value = "0.04%"', "rate.typical.value"),
        ('value = "0.0004"', 'value = "4"', "rate.typical.value"),
        ('value = "0.0004"', 'value = "-0.0004"', "rate.typical.value"),
        (TYPICAL, 'value = "0.0004"\nconfidence = "medium"', "rate.typical.sources"),
        (TYPICAL, 'value = "0.0004"\nsources = []\nconfidence = "medium"', "rate.typical.sources"),
        (TYPICAL, 'value = "0.0004"\nsources = ["lnmlw", "nobody"]\nconfidence = "medium"', "rate.typical.sources"),
        (TYPICAL, 'value = "0.0004"\nsources = ["lnmlw"]', "rate.typical.confidence"),
        (TYPICAL, 'value = "0.0004"\nsources = ["lnmlw"]\nconfidence = "sure"', "rate.typical.confidence"),
        (TYPICAL, TYPICAL + "\ncolour = 1", "rate.typical.colour"),
        ('[rate]\nper = "day"', '[rate]\nper = "week"', "rate.per"),
        ('[rate]\nper = "day"', "[rate]", "rate.per"),
        ("schema_version = 1", "schema_version = 2", "schema_version"),
        ("schema_version = 1", "", "schema_version"),
        ('id = "jiebei"', 'id = "Jie Bei"', "id"),
        ('id = "jiebei"', 'id = ""', "id"),
        ('id = "jiebei"', 'title = "jiebei"\nid = "jiebei"', "title"),
        ('brand = "jiebei"', 'brand = "weilidai"', "brand"),
        ("version = 2026-11-23", 'version = "soon"', "version"),
        ("version = 2026-11-23", "version = 2026-11-23T08:00:00", "version"),
        ("version = 2026-11-23", "version = 08:00:00", "version"),
        ("version = 2026-11-23", "version = 1949-10-01", "version"),
        ("default_periods = 12", "default_periods = 0", "default_periods"),
        ("default_periods = 12", 'default_periods = "12"', "default_periods"),
        ("value = [3, 6, 9, 12]", "value = []", "periods.value"),
        ("value = [3, 6, 9, 12]", "value = [3, 6, 9, 601]", "periods.value.3"),
        (
            'value = ["equal_payment", "interest_first", "bullet", "equal_principal"]',
            'value = ["equal_payment", "balloon"]',
            "methods.value.1",
        ),
        ('value = ["equal_payment", "interest_first", "bullet", "equal_principal"]', 'value = ["flat_fee"]', "methods"),
        ('value = "actual"', 'value = "lunar"', "day_count.value"),
        ('mode = "half_up"', 'mode = "nearest"', "rounding.value.mode"),
        ('title = { zh = "借呗利息怎么算", en', "title = { en", "sources.815801.title.zh"),
        ('zh = "借呗利息怎么算"', 'zh = ""', "sources.815801.title.zh"),
        ('address = "https://ieqm.com/fin/1452921.html"\n', "", "sources.ieqm.address"),
        ("read = 2026-11-23", 'read = "yesterday"', "sources.ieqm.read"),
        ('name = { zh = "借呗", en = "Jiebei" }', 'name = "借呗"', "name"),
        (RATE_HEAD, FEE + RATE_HEAD, "rate"),
        (
            'value = "3000"\nsources = ["4hw"]',
            'value = "3000"\nsources = ["nobody"]',
            "principal.least.views.0.sources",
        ),
    ],
)
def test_a_broken_rule_names_file_and_key_and_the_others_are_read(folder, old, new, key):
    (folder / "jiebei.toml").write_text(changed(JIEBEI, old, new), encoding="utf-8")
    broken = only_broken(folder)
    assert (broken.file, broken.key) == ("jiebei.toml", key)
    assert broken.reason
    assert "jiebei.toml" in str(broken)
    assert key in str(broken)


@pytest.mark.parametrize("sources", ['["lnmlw", "yuqile"]', '["49028c"]'], ids=["of a figure", "of a view"])
def test_a_source_that_is_not_there_is_quoted(folder, sources):
    (folder / "jiebei.toml").write_text(
        changed(JIEBEI, f"sources = {sources}", 'sources = ["nobody"]'), encoding="utf-8"
    )
    assert "nobody" in only_broken(folder).reason


def test_a_rule_that_charges_nothing_is_refused(folder):
    (folder / "jiebei.toml").write_text(JIEBEI[: JIEBEI.index("[rate]")], encoding="utf-8")
    assert only_broken(folder).key == "rate"


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('value = ["flat_fee"]', 'value = ["equal_payment"]', "methods"),
        ('value = ["flat_fee"]', 'value = ["flat_fee", "equal_payment"]', "methods"),
        ('value = "0.025"', "value = 0.025", "fee.by_periods.3.value"),
        ('value = "0.025"', 'value = "2.5"', "fee.by_periods.3.value"),
    ],
)
def test_a_broken_fee_rule_names_its_key(tmp_path, old, new, key):
    (tmp_path / "card.toml").write_text(changed(HUABEI, old, new), encoding="utf-8")
    (tmp_path / "jiebei.toml").write_text(JIEBEI, encoding="utf-8")
    book = read_rules(tmp_path)
    assert list(book.rules) == ["jiebei"]
    assert [(broken.file, broken.key) for broken in book.broken] == [("card.toml", key)]


@pytest.mark.parametrize(
    "text",
    [
        "this is no TOML",
        "id = ",
        "id = 'a'\nid = 'b'",
        "version = 2026-02-30",
        "a = " + "9" * 5000,
        "a = " + "[" * 5000 + "]" * 5000,
    ],
    ids=["words", "no value", "twice", "no such day", "endless number", "endless nesting"],
)
def test_a_file_that_is_no_toml_is_named_and_the_others_are_read(folder, text):
    (folder / "jiebei.toml").write_text(text, encoding="utf-8")
    broken = only_broken(folder)
    assert (broken.file, broken.key) == ("jiebei.toml", "")
    assert broken.reason


def test_the_place_of_a_slip_in_a_file_is_told(folder):
    (folder / "jiebei.toml").write_text(
        changed(JIEBEI, "default_periods = 12", "default_periods == 12"), encoding="utf-8"
    )
    assert "line 9" in only_broken(folder).reason


def test_an_empty_file_lists_what_is_missing(folder):
    (folder / "empty.toml").write_text("", encoding="utf-8")
    book = read_rules(folder)
    assert list(book.rules) == ["huabei_instalment"]
    assert {broken.file for broken in book.broken} == {"empty.toml"}
    missing = {broken.key for broken in book.broken}
    assert {"schema_version", "id", "brand", "name", "sources", "in_force_from"} <= missing


def test_every_broken_key_of_a_file_is_listed(folder):
    text = changed(changed(JIEBEI, 'value = "0.0004"', "value = 0.0004"), 'brand = "jiebei"', "brand = 1")
    (folder / "jiebei.toml").write_text(text, encoding="utf-8")
    assert [broken.key for broken in read_rules(folder).broken] == ["brand", "rate.typical.value"]


def test_a_file_in_another_encoding_is_named(folder):
    (folder / "jiebei.toml").write_bytes(JIEBEI.encode("gb18030"))
    broken = only_broken(folder)
    assert (broken.file, broken.key) == ("jiebei.toml", "")
    assert "UTF-8" in broken.reason


def test_a_folder_in_the_place_of_a_file_is_named(folder):
    (folder / "jiebei.toml").mkdir()
    broken = only_broken(folder)
    assert (broken.file, broken.key) == ("jiebei.toml", "")
    assert broken.reason


def test_a_file_that_cannot_be_opened_is_named(folder):
    (folder / "jiebei.toml").symlink_to(folder / "gone.toml.old")
    broken = only_broken(folder)
    assert (broken.file, broken.key) == ("jiebei.toml", "")
    assert broken.reason


def test_the_second_rule_of_one_name_is_left_out(folder):
    (folder / "zz_copy.toml").write_text(changed(HUABEI, '"花呗分期"', '"另一个"'), encoding="utf-8")
    broken = only_broken(folder)
    assert (broken.file, broken.key) == ("zz_copy.toml", "id")
    assert "huabei_instalment" in broken.reason
    assert read_rules(folder).rule("huabei_instalment").name.zh == "花呗分期"


def test_other_files_are_left_alone(folder):
    (folder / "notes.txt").write_text("not a rule", encoding="utf-8")
    (folder / "jiebei.toml.bak").write_text("not a rule", encoding="utf-8")
    book = read_rules(folder)
    assert (list(book.rules), book.broken) == (["huabei_instalment"], ())


@pytest.mark.parametrize("name", ["", "gone"])
def test_a_folder_without_rules_gives_an_empty_book(tmp_path, name):
    assert read_rules(tmp_path / name) == RuleBook({}, (), {})


def test_an_unknown_product_is_told_the_known_ones(folder):
    with pytest.raises(ProblemError) as caught:
        read_rules(folder).rule("weilidai")
    assert caught.value.problem.field == "product"
    assert "weilidai" in caught.value.problem.message
    assert "huabei_instalment" in caught.value.problem.message


def test_jiebei_is_offered_first(folder):
    (folder / "zz.toml").write_text(JIEBEI, encoding="utf-8")
    (folder / "zzz.toml").write_text(changed(HUABEI, 'id = "huabei_instalment"', 'id = "card"'), encoding="utf-8")
    assert [rule.id for rule in read_rules(folder).ordered] == ["jiebei", "card", "huabei_instalment"]


def test_a_rule_is_used_by_its_id_whatever_its_file_is_called(tmp_path):
    (tmp_path / "card.toml").write_text(changed(HUABEI, 'id = "huabei_instalment"', 'id = "card"'), encoding="utf-8")
    assert list(read_rules(tmp_path).rules) == ["card"]


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('[principal.most]\nvalue = "300000"', '[principal.most]\nvalue = "999"', "principal.most.value"),
        ('[rate.least]\nvalue = "0.00015"', '[rate.least]\nvalue = "0.0005"', "rate.typical.value"),
        ("default_periods = 12", "default_periods = 5", "default_periods"),
    ],
)
def test_figures_that_contradict_each_other_are_named(tmp_path, old, new, key):
    shipped = resource("products", "jiebei.toml").read_text(encoding="utf-8")
    assert old in shipped
    (tmp_path / "jiebei.toml").write_text(shipped.replace(old, new), encoding="utf-8")
    assert [broken.key for broken in read_rules(tmp_path).broken] == [key]

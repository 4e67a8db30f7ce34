"""The report of an unexpected error: what it keeps, and that nothing a user entered is in it."""

import json
import re
from decimal import Decimal

import pydantic
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jiebei_desktop.files.atomic import write_atomically
from jiebei_desktop.files.plan_file import PlanFileError, load_plan
from jiebei_desktop.files.redaction import report, texts_of
from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.planning.document import Loan


def said(message: str, private=()) -> str:
    """What is left of a message."""
    return report(ValueError(message), private, {}).removeprefix("ValueError: ")


def caught(act) -> Exception:
    try:
        act()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is tested
        return error
    raise AssertionError("nothing was raised")


def lines_of(error: BaseException) -> list[str]:
    """The report with lines counted as `N`: they change with every edit of this file."""
    return re.sub(r"(?<=:)\d+(?= in)", "N", report(error, (), {})).splitlines()


# --- messages ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("message", "left"),
    [
        ("division by zero", "division by zero"),
        ("owes 12000", "owes #"),
        ("owes 12,000.50 or -3.5", "owes # or -#"),
        ("owes １２，０００．５０", "owes #"),
        ("owes ٣٤٥", "owes #"),
        ("1_000_000 of 12'000", "# of #"),
        ("on 2026-11-24 at 10:15", "on #-#-# at #:#"),
        ("float64 and 0x7f3a", "float# and #x#f#a"),
        ("'Loan' object has no attribute 'wang'", "‹…› object has no attribute ‹…›"),
        ('say "Wang Li" and `Li`', "say ‹…› and ‹…›"),
        ("b'Wang' r'Li'", "‹…› ‹…›"),
        (r"""'O\'Brien "x"' is late""", "‹…› is late"),
        ("'O'Brien' and \"O'Brien\"", "‹…› and ‹…›"),
        ("“6000x”不是数字", "‹…›…"),
        ("「Wang Li」 《Li》 ‘Wu’", "‹…› ‹…› ‹…›"),
        ("“Wang Li", "‹…›"),
        ("can't find 'Wang Li'", "can't find ‹…›"),
        ("it doesn't matter", "it doesn't matter"),
        ("name='Wang Li", "name=‹…›"),
        ("x' Wang' Li'", "x‹…›"),
        ("欠款 is 多少", "… is …"),
        ("tab\there", "tab…here"),
        ("lone \ud800 half", "lone … half"),
        ("cannot write /home/王小明/plan.jiehua", "cannot write ‹…›"),
        ("cannot write /home/wang li/my plan.jiehua", "cannot write ‹…›"),
        ("/home/wang/plan.jiehua: disk full", "‹…›: disk full"),
        (r"cannot write C:\Users\Wang Li\plan.jiehua", "cannot write ‹…›"),
        (r"cannot write c:/Users/Wang Li", "cannot write ‹…›"),
        (r"\\server\share\Wang Li", "‹…›"),
        ("~/wang and ~wang/plan", "‹…›"),
        ("打开/home/wang li", "…‹…›"),
        ("in Documents/wang or ..\\wang", "in ‹…› or ‹…›"),
        ("file:///home/wang li", "file:‹…›"),
        ("'/home/wang' is no folder", "‹…› is no folder"),
        ("/home/O'Brien/plan", "‹…›"),
        ("2 / 3", "# / #"),
        ("first\nsecond 2", "first\n    second #"),
        ("", "ValueError"),
    ],
)
def test_of_a_message_plain_words_are_left(message, left):
    assert said(message) == left


@pytest.mark.parametrize(
    ("message", "private", "left"),
    [
        ("loan wang li is late", {"Wang Li", "Wang"}, "loan ‹…› is late"),
        ("WANG LI", {"wang li"}, "‹…›"),
        ("STRASSE 5", {"Straße"}, "‹…› #"),
        ("Wang Li Wu", {"Wang Li", "Li Wu"}, "‹…›"),
        ("王小明的 loan", {"王小明"}, "‹…›… loan"),
        ("Flat 12 is let", {"Flat 12"}, "‹…› is let"),
        ("12000 of 5", {"12000"}, "# of #"),
        ("loan O'Brien Wu is late", {"O'Brien Wu"}, "loan ‹…› is late"),
        ("loan Wang is late", {" Wang\n"}, "loan ‹…› is late"),
        ("loan a.b is late, not axb", {"a.b"}, "loan ‹…› is late, not axb"),
        ("nothing to hide", {"", " "}, "nothing to hide"),
    ],
)
def test_what_the_user_entered_is_hidden(message, private, left):
    assert said(message, private) == left


def test_a_very_long_message_is_data():
    assert said("wang " * 2000) == "‹…›"


LETTERS = st.characters(categories=["Lu", "Ll", "Lo", "Lt"])
NAMES = st.text(LETTERS, min_size=2, max_size=12)
SURROUNDINGS = st.text(st.sampled_from("ab cdN王'\"“”`/\\:.,=([{0９\n") | st.characters(), max_size=30)


@given(name=NAMES, others=st.sets(NAMES, max_size=4), before=SURROUNDINGS, after=SURROUNDINGS, form=st.data())
def test_no_name_is_left_whatever_it_stands_in(name, others, before, after, form):
    shape = form.draw(st.sampled_from([str, str.upper, str.lower, str.title, str.casefold, repr]))
    left = said(f"{before}{shape(name)}{after}", {name, *others})
    assume(left != "ValueError")
    assert name.casefold() not in left.casefold()


@given(amount=st.decimals(allow_nan=False, allow_infinity=False), before=SURROUNDINGS, after=SURROUNDINGS)
def test_no_figure_is_left(amount, before, after):
    left = said(f"{before}{amount}{amount:,f}{after}") if abs(amount) < 10**40 else said(f"{before}{amount}{after}")
    assert not any(map(str.isnumeric, left))


@given(inside=st.text(st.characters(exclude_characters="'\\")), outside=st.text(st.sampled_from("abc (),=:\n")))
def test_nothing_in_quotes_is_left(inside, outside):
    left = said(f"{outside} 'QQ{inside}QQ' {outside}")
    assert "Q" not in left


@given(st.text())
def test_every_message_gives_printable_lines(message):
    assert re.fullmatch(r"[ -~\n‹›…]*", said(message))


# --- errors as they happen --------------------------------------------------------------------------------------------


def test_nothing_that_a_model_was_given_is_left():
    given_data = {
        "id": "a",
        "name": "Wang Xiaoming, input_type=str " * 9,
        "product": "jiebei",
        "periods": "Zhang",
        "principal": {"a": "Li Xiaohong's " * 9, "b": "Zhao, 13800000000"},
        "start_date": "2026-06-15 Qian",
    }
    error = caught(lambda: Loan.model_validate(given_data))
    assert isinstance(error, pydantic.ValidationError)
    assert "Zhang" in str(error)
    made = report(error, (), {})
    for name in ("Wang", "Xiaoming", "Zhang", "Li", "Xiaohong", "Zhao", "13800000000", "2026", "Qian"):
        assert name not in made
    lines = made.splitlines()
    assert re.fullmatch(r"pydantic_core\._pydantic_core\.ValidationError: # validation errors? for Loan", lines[0])
    assert "    principal" in lines
    assert any(line.endswith("input_value=‹…›, input_type=dict]") for line in lines)
    assert "https" not in made


def test_nor_of_it_in_the_message_of_another():
    error = caught(lambda: Loan.model_validate({"periods": {"x" * 60: "y", "z": "Wang Li"}}))
    assert "Wang" in str(error)
    assert "Wang" not in report(RuntimeError(f"could not read: {error}"), (), {})


def test_a_frame_is_named_by_its_module(tmp_path):
    found = lines_of(caught(lambda: write_atomically(tmp_path / "gone" / "plan.jiehua", b"")))
    assert found[:4] == [
        "FileNotFoundError: [Errno #] No such file or directory: ‹…›",
        "  tests/files/test_redaction.py:N in caught",
        "  tests/files/test_redaction.py:N in <lambda>",
        "  jiebei_desktop/files/atomic.py:N in write_atomically",
    ]
    assert lines_of(caught(lambda: json.loads("{")))[3] == "  json/__init__.py:N in loads"


def test_frames_of_libraries_are_cut_to_their_package():
    found = lines_of(caught(lambda: json.loads("{")))
    assert found[0].startswith("json.decoder.JSONDecodeError: ")
    assert found[-3:] == [
        "  json/__init__.py:N in loads",
        "  json/decoder.py:N in decode",
        "  json/decoder.py:N in raw_decode",
    ]


def test_a_place_that_is_in_no_module_gives_no_path_away():
    code = compile("1/0", "/home/wang/secret.py", "exec")
    assert lines_of(caught(lambda: exec(code, {})))[-1] == "  unknown.py:N in <module>"  # noqa: S102
    made = compile("1/0", "<string>", "exec")
    assert lines_of(caught(lambda: exec(made, {"__name__": "a.b"})))[-1] == "  a.b:N in <module>"  # noqa: S102
    named = compile("1/0", "/home/wang/secret.py", "exec")
    assert "wang" not in report(caught(lambda: exec(named, {"__name__": "/home/wang"})), (), {})  # noqa: S102


def test_neither_source_nor_locals_are_in_it():
    def fail():
        name = "Wang Li"
        raise ValueError(len(name))

    made = report(caught(fail), (), {})
    assert "Wang" not in made
    assert "raise" not in made


def test_versions_stand_above_as_they_are():
    made = report(ValueError("12"), {"Python"}, {"借花规划": "0.1.0", "Python": "3.11.7"})
    assert made == "借花规划: 0.1.0\nPython: 3.11.7\n\nValueError: #"


def test_what_caused_it_and_what_it_was_handling_follow():
    def fail():
        try:
            {}["Wang"]
        except KeyError as error:
            raise ValueError("owes 5") from error

    def fail_again():
        try:
            fail()
        except ValueError:
            raise TypeError("worse") from None

    def fail_while_handling():
        try:
            fail()
        except ValueError:
            1 // 0  # noqa: B018

    frames = ["  tests/files/test_redaction.py:N in caught", "  tests/files/test_redaction.py:N in fail"]
    again = [frames[0], "  tests/files/test_redaction.py:N in fail_again"]
    handling = [frames[0], "  tests/files/test_redaction.py:N in fail_while_handling"]
    chain = ["ValueError: owes #", *frames, "", "caused by KeyError: ‹…›", frames[1]]
    assert lines_of(caught(fail)) == chain
    assert lines_of(caught(fail_again)) == ["TypeError: worse", *again]
    assert lines_of(caught(fail_while_handling)) == [
        "ZeroDivisionError: integer division or modulo by zero",
        *handling,
        "",
        "while handling ValueError: owes #",
        handling[1],
        *chain[2:],
    ]


def test_a_chain_that_bites_its_tail_ends():
    one, other = ValueError("one"), TypeError("other")
    one.__cause__, other.__cause__ = other, one
    assert report(one, (), {}) == "ValueError: one\n\ncaused by TypeError: other"


def test_a_group_shows_what_it_holds():
    inner = ExceptionGroup("in Wang's", [KeyError("Li"), OSError(28, "No space left on device", "/home/wang")])
    group = ExceptionGroup("two", [ValueError("5"), inner])
    assert report(group, {"Wang"}, {}).split("\n\n") == [
        "ExceptionGroup: two (# sub-exceptions)",
        "holding ValueError: #",
        "holding ExceptionGroup: in ‹…›'s (# sub-exceptions)",
        "holding KeyError: ‹…›",
        "holding OSError: [Errno #] No space left on device: ‹…›",
    ]


def test_a_large_group_is_cut():
    made = report(ExceptionGroup("many", [ValueError()] * 2 + [ValueError() for _ in range(500)]), (), {})
    assert made.split("\n\n")[-2:] == ["holding ValueError", "(more errors left out)"]
    assert made.count("holding") == 19


def test_an_error_that_cannot_say_what_it_is():
    class SilentError(Exception):
        def __str__(self):
            raise RuntimeError("Wang")

    assert report(SilentError("Li"), (), {}).endswith("SilentError (its message could not be made)")


def test_of_an_endless_recursion_both_ends_are_kept():
    def fall():
        fall()

    first, *frames = lines_of(caught(fall))
    assert first == "RecursionError: maximum recursion depth exceeded"
    assert len(frames) == 41
    assert frames[0] == "  tests/files/test_redaction.py:N in caught"
    assert re.fullmatch(r"  \(\d{3} frames left out\)", frames[20])
    assert set(frames[1:20] + frames[21:]) == {"  tests/files/test_redaction.py:N in fall"}


def test_a_plan_that_cannot_be_read(tmp_path):
    path = tmp_path / "王 小明 Wang.jiehua"
    error = caught(lambda: load_plan(path))
    assert isinstance(error, PlanFileError)
    made = report(error, {path.stem}, {})
    assert "Wang" not in made
    assert str(tmp_path) not in made


# --- what the user entered --------------------------------------------------------------------------------------------


def test_all_texts_but_no_keys_are_found():
    value = {"name": "Wang", "loans": [{"id": "a", "periods": 5, "note": None}, ("b", True)], "x": {"y": ""}}
    assert texts_of(value) == {"Wang", "a", "b", ""}
    assert texts_of("Li") == {"Li"}
    assert texts_of(Decimal(5)) == set()
    assert texts_of([]) == set()


def test_a_plan_gives_its_names(rules):
    plan = sample_plan()
    assert plan.name in texts_of(plan.model_dump(mode="json"))

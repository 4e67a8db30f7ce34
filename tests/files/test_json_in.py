"""Reading JSON from files that may be anything."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiebei_desktop import text
from jiebei_desktop.files.json_in import MAX_BYTES, DamagedError, fits, levels, read_object
from jiebei_desktop.files.plan_file import text_of

scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
anything = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(), inner, max_size=5), max_leaves=20
)
objects = st.dictionaries(st.text(), anything, max_size=5)


def nested(levels: int) -> bytes:
    """An object of so many levels, the innermost of which is a number."""
    return b'{"a": ' + b"[" * (levels - 2) + b"1" + b"]" * (levels - 2) + b"}"


def why(content: bytes, most: int = MAX_BYTES) -> str:
    """What is said of content that is refused."""
    with pytest.raises(DamagedError) as caught:
        read_object(content, most)
    return str(caught.value)


@given(data=objects)
def test_what_is_written_is_read(data):
    assert read_object(text_of(data)) == data


def test_a_byte_order_mark_is_no_part_of_the_text():
    assert read_object(b'\xef\xbb\xbf{"a": 1}') == {"a": 1}


def test_numbers_stay_what_they_were():
    content = b'{"a": 1e22, "b": -0.0, "c": 123456789012345678901234567890, "d": 1.7976931348623157e308, "e": 1e-400}'
    data = read_object(content)
    assert data == {"a": 1e22, "b": 0.0, "c": 123456789012345678901234567890, "d": 1.7976931348623157e308, "e": 0.0}
    assert str(data["b"]) == "-0.0"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "文件是空的，可能没有写完"),
        (b" \r\n\t", "文件是空的，可能没有写完"),
        (b"\x00" * 4096, "文件是空的，可能没有写完"),
        (b"{", "文件不完整，后面的内容没有了"),
        (b'{"a": [1, 2', "文件不完整，后面的内容没有了"),
        (b'{"a": "b', "文件不完整，后面的内容没有了"),
        (b'{"a": tru', "文件不完整，后面的内容没有了"),
        (b'{"a": -', "文件不完整，后面的内容没有了"),
        ('{"a": "乙'.encode()[:-1], "文件不完整，后面的内容没有了"),
        (b'{"a": trup', "第 1 行断了或者改坏了"),
        (b'{"a": 1,\n "b" 2}', "第 2 行断了或者改坏了"),
        (b'{"a": 1}{"a": 1}', "第 1 行断了或者改坏了"),
        (b'\xef\xbb\xbf\xef\xbb\xbf{"a": 1}', "第 1 行断了或者改坏了"),
        ('{"a": "乙"}'.encode("gbk"), "里面不是能读的文字"),
        ('{"a": "乙"}'.encode("utf-16"), "里面不是能读的文字"),
        ('{"a": "b"}'.encode("utf-16-le"), "第 1 行断了或者改坏了"),
        (b'{"a": "\xed\xa0\x80"}', "里面不是能读的文字"),
        (b"[]", "里面没有还款计划"),
        (b"null", "里面没有还款计划"),
        (b'"{}"', "里面没有还款计划"),
        (b'{"a": 1, "b": 2, "a": 1}', "“a”写了两遍，不知道哪个算数"),
        (b'{"x": [{"b": 1, "a": 1, "c": 2, "a": 3, "b": 1}]}', "“b”写了两遍，不知道哪个算数"),
        (b'{"' + b"x" * 50 + b'": 1, "' + b"x" * 50 + b'": 1}', "“" + "x" * 40 + "”写了两遍，不知道哪个算数"),
        (b'{"a": NaN}', "NaN 不是数"),
        (b'{"a": [-Infinity]}', "-Infinity 不是数"),
        (b'{"a": 1e999}', "1e999 不是数"),
        (b'{"a": -1e999}', "-1e999 不是数"),
        (b'{"a": 1' + b"0" * 400 + b".0}", "1" + "0" * 39 + " 不是数"),
        (b'{"a": ' + b"7" * 10_000 + b"}", "内容断了或者改坏了"),
        (b"[" * 100_000 + b"]" * 100_000, "内容断了或者改坏了"),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "内容断了或者改坏了"),
        (b'{"a": "\\ud800"}', "有不成文字的符号"),
        (b'{"a": {"\\udfff": 1}}', "有不成文字的符号"),
        (b'{"a": ["\\ude00\\ud83d"]}', "有不成文字的符号"),
        (nested(71), "一层套一层，太深了，不会是还款计划"),
    ],
)
def test_what_is_no_object_says_why(content, said):
    assert why(content) == said


def test_it_says_so_in_english_too():
    text.use(text.ENGLISH)
    assert why(b"{") == "the file is cut off, its end is missing"


def test_both_halves_of_a_pair_of_surrogates_are_a_letter():
    assert read_object(b'{"a": "\\ud83d\\ude00"}') == {"a": "😀"}


@pytest.mark.parametrize("deep", [1, 2, 59, 60, 61, 70])
def test_seventy_levels_are_read_and_can_be_written_again(deep):
    content = nested(deep) if deep > 1 else b"{}"
    data = read_object(content)
    assert sum(1 for _ in levels(data)) == deep
    assert json.loads(text_of(data)) == data


def test_levels_hold_names_and_values():
    assert list(levels({"a": [1, {"b": None}], "c": "d"})) == [
        [{"a": [1, {"b": None}], "c": "d"}],
        ["a", "c", [1, {"b": None}], "d"],
        [1, {"b": None}],
        ["b", None],
    ]


def test_more_bytes_than_are_allowed_are_refused_unread():
    exactly = b'{"a": "' + b"x" * (MAX_BYTES - 9) + b'"}'
    assert len(exactly) == 4_194_304
    assert len(read_object(exactly)["a"]) == 4_194_295
    assert why(exactly + b" ") == "文件太大，不会是还款计划"
    assert why(b"x" * 11, 10) == "文件太大，不会是还款计划"


def test_more_brackets_than_one_in_sixteen_bytes_are_refused_unread():
    assert fits(b"[" * 10 + b" " * 150, 160)
    assert fits(b"[{" * 5 + b" " * 150, 160)
    assert not fits(b"[{" * 5 + b"{" + b" " * 149, 160)
    assert why(b'{"a":[' + b"[]," * 300_000 + b"[]]}") == "文件太大，不会是还款计划"


def test_more_values_than_the_program_would_write_are_refused():
    assert why(b'{"a":[' + b"1," * 1_048_576 + b"1]}") == "内容太多，不会是还款计划"
    assert len(read_object(b'{"a":[' + b"1," * 1_048_570 + b"1]}")["a"]) == 1_048_571


def test_an_object_with_thousands_of_names_is_refused():
    names = [f'"{number}": 0' for number in range(4_001)]
    assert len(read_object("{{{}}}".format(", ".join(names[:4_000])).encode())) == 4_000
    assert why("{{{}}}".format(", ".join(names)).encode()) == "内容太多，不会是还款计划"


def test_a_name_that_is_written_twice_among_thousands_is_found_in_one_go():
    names = [f'"{number}": 0' for number in range(3_998)]
    content = "{{{}}}".format(", ".join([*names, '"twice": 0', '"twice": 0'])).encode()
    assert why(content) == "“twice”写了两遍，不知道哪个算数"

"""Search by parts of words, by sound and by first letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiebei_desktop.planning.helping.finding import matches

HAN = st.sampled_from("借呗花逾期几天还款日利率重新分本金息银行先后罚宽限征信")
SOUNDS = {
    "借": ("jie",),
    "呗": ("bei",),
    "花": ("hua",),
    "逾": ("yu",),
    "期": ("qi",),
    "几": ("ji",),
    "天": ("tian",),
    "还": ("huan", "hai"),
    "款": ("kuan",),
    "日": ("ri",),
    "利": ("li",),
    "率": ("lv", "shuai"),
    "重": ("zhong", "chong"),
    "新": ("xin",),
    "分": ("fen",),
    "本": ("ben",),
    "金": ("jin",),
    "息": ("xi",),
    "银": ("yin",),
    "行": ("hang", "xing"),
    "先": ("xian",),
    "后": ("hou",),
    "罚": ("fa",),
    "宽": ("kuan",),
    "限": ("xian",),
    "征": ("zheng",),
    "信": ("xin",),
}
"""How the signs are read, by a dictionary for school."""


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("逾期几天", "yqjt"),
        ("逾期几天", "yuqi"),
        ("逾期几天", "yuqijitian"),
        ("逾期几天", "yqjit"),  # sounds and first letters mixed
        ("逾期几天", "逾期jt"),  # signs and letters mixed
        ("逾期几天", "几天 逾期"),
        ("逾期几天", "jt yq"),
        ("还款日当天还，算逾期吗？", "hkr"),
        ("还是", "haishi"),
        ("还款日", "huank"),  # the last sign in part
        ("还款日当天还，算逾期吗？", "thsyq"),  # past the comma
        ("重新分期", "cxfq"),
        ("重要", "zhongyao"),
        ("执行", "zx"),
        ("银行", "yh"),
        ("利率", "ll"),
        ("效率", "xl"),
        ("率先", "sx"),
        ("花呗 12 期", "hb12q"),
        ("花呗 12 期", "12"),
        ("LPR", "ｌｐｒ"),
        ("ＩＲＲ", "irr"),
        ("What do late days cost?", "late"),
        ("What do late days cost?", "cost LATE"),
        ("Is paying on the due day itself late?", "du"),
    ],
)
def test_what_is_typed_finds(text, query):
    assert matches(text, query) is not None


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("逾期几天", "yqt"),
        ("逾期几天", "yujin"),
        ("逾期几天", "天几"),
        ("逾期几天", "yqjt hb"),
        ("逾期几天", "逾期 花呗"),
        ("late days", "dl"),
        ("late days", "迟"),
    ],
)
def test_what_is_not_there_is_not_found(text, query):
    assert matches(text, query) is None


def test_the_best_comes_first():
    names = ["算逾期吗", "逾期", "逾期几天", "预期", "calculate", "late days", "too late", "late"]
    by_signs = sorted((rank, name) for name in names if (rank := matches(name, "逾期")) is not None)
    assert [name for _, name in by_signs] == ["逾期", "逾期几天", "算逾期吗"]
    by_word = sorted((rank, name) for name in names if (rank := matches(name, "late")) is not None)
    assert [name for _, name in by_word] == ["late", "late days", "too late", "calculate"]
    assert matches("逾期", "逾期") < matches("逾期", "yq")  # signs before sounds


def test_nothing_typed_finds_everything():
    assert matches("逾期", "") == matches("", " \u3000") == 0


@given(st.lists(HAN, min_size=1, max_size=8).map("".join), st.data())
def test_every_part_of_a_text_finds_it(text, data):
    first = data.draw(st.integers(0, len(text) - 1))
    last = data.draw(st.integers(first + 1, len(text)))
    assert matches(text, text[first:last]) is not None


@given(st.lists(HAN, min_size=1, max_size=8).map("".join), st.data())
def test_every_reading_and_its_first_letter_find_a_text_from_any_sign_on(text, data):
    first = data.draw(st.integers(0, len(text) - 1))
    said = [data.draw(st.sampled_from(SOUNDS[sign])) for sign in text[first:]]
    typed = [data.draw(st.sampled_from((sound, sound[0]))) for sound in said]
    assert matches(text, "".join(typed)) is not None


@given(st.lists(st.lists(HAN, min_size=1, max_size=3).map("".join), min_size=1, max_size=4), st.randoms())
def test_words_find_a_text_in_any_order(words, random):
    mixed = list(words)
    random.shuffle(mixed)
    assert matches("，".join(words), " ".join(mixed)) is not None


@given(st.text(max_size=40), st.text(max_size=20))
def test_any_text_can_be_typed_and_widths_and_cases_make_no_difference(text, query):
    found = matches(text, query)
    assert found is None or found >= 0
    wide = "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in query)
    assert matches(text, wide) == found


@given(st.lists(HAN, max_size=8).map("".join), st.sampled_from(["慧", "x慧", "慧 期"]))
def test_a_sign_that_is_not_there_is_never_found(text, query):
    assert matches(text, query) is None

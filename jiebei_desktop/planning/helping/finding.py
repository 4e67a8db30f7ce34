"""Search as people type it: parts of words in any order, in Chinese signs, by their sound, or by its first letters.

`yqjt` and `yuqijitian` find 逾期几天. A sign that is read in several ways is found by each of them.
"""

from __future__ import annotations

import os
import unicodedata
from functools import lru_cache
from typing import Final

from jiebei_desktop.text import half_width

_WHOLE, _BEGINS, _WORD, _INSIDE = range(4)
"""How well signs are found: all there is, at the very beginning, where a word begins, or anywhere."""
_BY_SOUND: Final = 4
"""Added where only the sound is found: what was typed in signs comes first."""
_MOST_LETTERS: Final = 60
"""Of what was typed: more than the longest name of anything."""


def matches(text: str, query: str) -> int | None:
    """Return how well a text is found by what was typed: the lower, the better; None where it is not.

    Every word that was typed has to be found, in any order. Nothing typed finds everything.
    """
    told = _folded(text)
    rank = 0
    for word in _folded(query)[:_MOST_LETTERS].split():
        found = _found(told, word)
        if found is None:
            return None
        rank += found
    return rank


def _folded(text: str) -> str:
    """Return a text with full-width letters as plain ones, accents and cases put together, and single spaces."""
    return " ".join(unicodedata.normalize("NFC", half_width(text)).casefold().split())


def _found(text: str, word: str) -> int | None:
    if text == word:
        return _WHOLE
    if text.startswith(word):
        return _BEGINS
    places = _places(text, word)
    if places:
        return _WORD if any(_begins_word(text, place) for place in places) else _INSIDE
    if text.isascii():
        return None
    heard = [place for place in range(len(text)) if _sounds(text, place, word)]
    if not heard:
        return None
    return _BY_SOUND + (_BEGINS if heard[0] == 0 else _INSIDE)


def _places(text: str, word: str) -> list[int]:
    places, place = [], text.find(word)
    while place >= 0:
        places.append(place)
        place = text.find(word, place + 1)
    return places


def _begins_word(text: str, place: int) -> bool:
    """Tell whether a word begins at a place: letters and digits after something else; of Chinese signs nobody knows."""
    return text[place].isascii() and not (text[place - 1].isascii() and text[place - 1].isalnum())


def _sounds(text: str, place: int, letters: str) -> bool:
    """Tell whether a text read out from a place on begins with letters: each sign by its sound or its first letter.

    The last sign may be typed in part. Signs that are not read out are passed over.
    """
    reached = {0}  # how many letters have been said
    for sign in text[place:]:
        said: set[int] = set()
        for count in reached:
            rest = letters[count:]
            for sound in _readings(sign):
                if sound.startswith(rest):
                    return True
                said |= {count + len(part) for part in (sound, sound[0]) if rest.startswith(part)}
            if not sign.isalnum():
                said.add(count)
        if not said:
            return False
        reached = said
    return len(letters) in reached


@lru_cache(maxsize=4096)
def _readings(sign: str) -> tuple[str, ...]:
    """Return how a sign is typed: as itself, and by each way in which it is read out, without tones."""
    if sign.isascii():
        return (sign,) if sign.isalnum() else ()
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")  # words of several signs, a hundred times the memory
    from pypinyin import Style, pinyin  # noqa: PLC0415 - whoever searches nothing needs none of it

    found = pinyin(sign, style=Style.NORMAL, heteronym=True, errors="ignore")
    return (sign, *dict.fromkeys(_plain(each) for each in found[0])) if found else ()


def _plain(sound: str) -> str:
    """Return a sound in the letters of a keyboard."""
    bare = "".join(letter for letter in unicodedata.normalize("NFD", sound) if not unicodedata.combining(letter))
    return bare.casefold()

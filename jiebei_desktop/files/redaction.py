"""An unexpected error as a text that can be given to others: where it happened, without money and without names.

Frames and versions are the program's own and stand as they are. Messages may hold what the user entered, so of them
only plain words are left. What cannot be told apart for sure is hidden.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from types import TracebackType

_HIDDEN, _FIGURE, _FOREIGN = "‹…›", "#", "…"
_KEPT_FRAMES = 20
"""At either end of a traceback; an endless recursion has thousands."""
_MOST_ERRORS = 20
_LONGEST = 5_000
"""A message that is longer, in signs, is data."""

_NOT_PLAIN = re.compile(r"[^\n -~]+")
_FIGURES = re.compile(r"\d(?:[\d.,'_·，．\u00a0\u2009\u202f]*\d)?")
_INPUT = re.compile(r"input_value=(?:.*(?=, input_type=)|.*)")
"""What pydantic was given, cut in its middle, so that quotes there need not close."""
_HELP = re.compile(r"\n +For further information visit https://errors\.pydantic\.dev/.*")
_QUOTED = re.compile(
    r"""(?<!\w)[bru]{0,2}'(?:\\.|(?<=\w)'(?=\w)|[^'\\])*'(?!\w)"""
    r"""|(?<!\w)[bru]{0,2}"(?:\\.|[^"\\])*"(?!\w)"""
    r"""|`[^`]*`|“[^”]*”|‘[^’]*’|＂[^＂]*＂|「[^」]*」|『[^』]*』|《[^》]*》|«[^»]*»|‹[^›]*›""",
    re.ASCII | re.DOTALL,
)
_STRAY_QUOTE = re.compile(r"""(?!(?<=\w)'(?:t|s|re|ve|ll|d|m)\b)['"`“‘＂「『《«‹]""", re.ASCII)
"""A quote that opens, or closes; not the apostrophe of "can't"."""
_PATH = re.compile(
    r"""(?:(?<!\w)[a-z]:[\\/]|(?<![\w\\])\\\\|(?<!\w)~?/)(?=\S)(?:(?!:\s)[^\n'"`“”‘’「」『』])*"""
    r"""|[\w.~-]+[\\/]\S+""",
    re.ASCII | re.IGNORECASE,
)
"""A path may hold spaces: one from the root goes on to the end of its line, to a quote or to a colon."""
_MODULE = re.compile(r"\w+(?:\.\w+)*", re.ASCII)


def report(error: BaseException, private: Iterable[str], about: Mapping[str, str]) -> str:
    """Return the text: lines about the program, then each error with its frames, the innermost last.

    Args:
        error: what happened; what caused it and what a group holds follow it.
        private: what the user entered, in any case; it is looked for in messages only.
        about: versions by what they are of.
    """
    names = _pattern(private)
    parts = ["\n".join(f"{name}: {version}" for name, version in about.items())] if about else []
    for place, (lead, each) in enumerate(_errors(error)):
        if place == _MOST_ERRORS:
            parts.append("(more errors left out)")
            break
        lines = "\n    ".join(_headline(each, names).split("\n"))
        parts.append("\n".join([f"{lead}{lines}", *(f"  {frame}" for frame in _frames(each.__traceback__))]))
    return "\n\n".join(parts)


def texts_of(value: object) -> set[str]:
    """Return all strings within what JSON can hold, but not the keys."""
    if isinstance(value, str):
        return {value}
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return set().union(*map(texts_of, value))
    return set()


def _errors(error: BaseException) -> Iterator[tuple[str, BaseException]]:
    """Yield an error, what it holds and what led to it, each once and with words that say which."""
    waiting, seen = [("", error)], set[int]()
    while waiting:
        lead, each = waiting.pop()
        if id(each) in seen:
            continue
        seen.add(id(each))
        yield lead, each
        if each.__cause__ is not None:
            waiting.append(("caused by ", each.__cause__))
        elif each.__context__ is not None and not each.__suppress_context__:
            waiting.append(("while handling ", each.__context__))
        if isinstance(each, BaseExceptionGroup):
            waiting.extend(("holding ", held) for held in reversed(each.exceptions))


def _frames(trace: TracebackType | None) -> list[str]:
    found = []
    while trace is not None:
        found.append(_frame(trace))
        trace = trace.tb_next
    left_out = len(found) - 2 * _KEPT_FRAMES
    if left_out > 0:
        found[_KEPT_FRAMES:-_KEPT_FRAMES] = [f"({left_out} frames left out)"]
    return found


def _frame(trace: TracebackType) -> str:
    """Name a place by its module: a file's own path would begin with the user's folders."""
    code, module = trace.tb_frame.f_code, str(trace.tb_frame.f_globals.get("__name__", ""))
    if not _MODULE.fullmatch(module):
        module = "unknown"
    if not code.co_filename.startswith("<"):  # else it was made from no file: the line is not one of the module's
        package = "/__init__" if code.co_filename.endswith("__init__.py") else ""
        module = f"{module.replace('.', '/')}{package}.py"
    return f"{module}:{trace.tb_lineno} in {code.co_name}"


def _headline(error: BaseException, names: re.Pattern[str] | None) -> str:
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    try:
        message = str(error)
    except Exception:  # noqa: BLE001 - whatever it is, there is another error to tell of
        return f"{name} (its message could not be made)"
    return f"{name}: {_redacted(message, names)}" if message else name


def _pattern(private: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds every text wherever it begins; figures and signs are hidden without it."""
    stripped = {text.strip() for text in private}
    forms = {form for text in stripped if any(map(str.isalpha, text)) for form in (text, text.upper(), text.casefold())}
    longest_first = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
    return re.compile(f"(?=({longest_first}))", re.IGNORECASE) if forms else None


def _redacted(message: str, names: re.Pattern[str] | None) -> str:
    """Hide what is not plain words; each rule looks at the whole message, so that none spoils what another seeks."""
    if len(message) > _LONGEST:
        return _HIDDEN
    message = _HELP.sub("", _INPUT.sub(f"input_value={_HIDDEN}", message))
    marks = [""] * len(message)

    def mark(sign: str, begin: int, end: int) -> None:
        marks[begin:end] = [sign] * (end - begin)

    for sign, pattern, group in (
        (_FOREIGN, _NOT_PLAIN, 0),
        (_FIGURE, _FIGURES, 0),
        (_HIDDEN, _QUOTED, 0),
        (_HIDDEN, _PATH, 0),
        (_HIDDEN, names, 1),
    ):
        for found in pattern.finditer(message) if pattern else ():
            mark(sign, *found.span(group))
    strays = (found.start() for found in _STRAY_QUOTE.finditer(message))
    stray = next((place for place in strays if marks[place] in ("", _FOREIGN)), len(message))
    mark(_HIDDEN, stray, len(message))  # what it belongs to is not known
    runs = groupby(zip(marks, message, strict=True), key=lambda pair: pair[0])
    return "".join(sign or "".join(char for _, char in run) for sign, run in runs)

"""The style sheet, read rule by rule: what is written is readable on what it stands on, in both themes."""

import re
from typing import NamedTuple

import pytest

from jiebei_desktop.resources import resource
from jiebei_desktop.ui import design
from tests.ui.contrast import SHAPE, TEXT, contrast

THEMES = pytest.mark.parametrize("theme", [design.LIGHT, design.DARK], ids=lambda theme: theme.name)
INSIDE = {"#lateCard": "late_ground", "#notice": "late_ground", "#news": "selected"}
"""What stands in these has their ground."""
WITHOUT_TEXT = re.compile(r"QSlider|QScrollBar|::indicator|::separator|QTableCornerButton|QCalendarWidget QWidget")
USUAL = ("ground", "card")
"""The grounds of what has none of its own."""


class Rule(NamedTuple):
    """One selector with what it sets; `element` is the selector without the states that it asks for."""

    selector: str
    element: str
    states: frozenset[str]
    sets: dict[str, str]


def rules() -> list[Rule]:
    sheet = re.sub(r"/\*.*?\*/", "", resource("style.qss").read_text(encoding="utf-8"), flags=re.DOTALL)
    sheet = re.sub(r"\$\{(\w+)\}", r"$\1", sheet)
    found = []
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        sets = dict(part.split(":", 1) for part in body.split(";") if ":" in part)
        sets = {name.strip(): value.strip() for name, value in sets.items()}
        for selector in selectors.split(","):
            states = frozenset(re.findall(r"(?<!:):([\w-]+)", selector))
            element = re.sub(r"(?<!:):[\w-]+", "", selector).strip()
            found.append(Rule(selector.strip(), element, states, sets))
    return found


def colour_of(value: str | None) -> str | None:
    """Return the design colour that a value has; None where it has none."""
    named = re.findall(r"\$(\w+)", value or "")
    return next((name for name in named if name in design.Theme.__slots__), None)


def looked_up(rule: Rule, what: str) -> str | None:
    """Return a colour that a rule sets, or that the rules for its element without its states, or for its kind, do."""
    kind = re.match(r"[A-Za-z]+", rule.element.split()[-1])
    for element in (rule.element, kind.group() if kind else ""):
        for wanted in (rule.states, frozenset()):
            for other in reversed(RULES):
                if other.element == element and other.states == wanted and what in other.sets:
                    return other.sets[what]
    return None


RULES = rules()
SPOKEN = [rule for rule in RULES if {"color", "background"} & set(rule.sets) and not WITHOUT_TEXT.search(rule.selector)]


def pairs(rule: Rule) -> list[tuple[str, str]]:
    """Return the inks and grounds that a rule brings together."""
    ink = colour_of(looked_up(rule, "color")) or "ink"
    own = colour_of(looked_up(rule, "background"))
    around = [ground for name, ground in INSIDE.items() if rule.element.startswith(f"{name} ")]
    return [(ink, ground) for ground in ([own] if own else around or USUAL)]


def test_the_sheet_is_read():
    assert len(SPOKEN) > 40
    by_name = {rule.selector: pairs(rule) for rule in SPOKEN}
    assert by_name["QPushButton#primary:hover"] == [("on_accent", "accent_hover")]
    assert by_name["QPushButton#primary:disabled"] == [("control", "hover")]
    assert by_name["#notice QLabel"] == [("late", "late_ground")]
    assert by_name["#small"] == [("quiet", "ground"), ("quiet", "card")]


@THEMES
@pytest.mark.parametrize("rule", SPOKEN, ids=lambda rule: rule.selector)
def test_text_is_readable_on_its_ground(theme, rule):
    least = SHAPE if "disabled" in rule.states else TEXT  # what can't be used is still to be read, if not as easily
    for ink, ground in pairs(rule):
        assert contrast(getattr(theme, ink), getattr(theme, ground)) >= least, (ink, ground)


@THEMES
@pytest.mark.parametrize("rule", [rule for rule in RULES if "placeholder-text-color" in rule.sets], ids=str)
def test_what_an_empty_field_says_is_readable(theme, rule):
    ink = colour_of(rule.sets["placeholder-text-color"])
    assert ink is not None
    assert min(contrast(getattr(theme, ink), getattr(theme, ground)) for ground in USUAL) >= TEXT


@THEMES
@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if "selection-background-color" in rule.sets], ids=lambda rule: rule.selector
)
def test_selected_text_is_readable(theme, rule):
    ink, ground = (colour_of(rule.sets[f"selection-{what}"]) for what in ("color", "background-color"))
    assert ink is not None
    assert ground is not None
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= TEXT


@THEMES
@pytest.mark.parametrize(
    "rule",
    [rule for rule in RULES if "focus" in rule.states and {"border", "outline"} & set(rule.sets)],
    ids=lambda rule: rule.selector,
)
def test_a_ring_stands_out_from_what_is_around_it(theme, rule):
    ring = colour_of(rule.sets.get("outline") or rule.sets["border"])
    if ring is None:
        assert rule.sets["border"] == "none"  # its own frame is painted, or it has none as a part of another
        return
    own = colour_of(looked_up(rule, "background"))
    grounds = [own] if own == "accent" else USUAL
    assert min(contrast(getattr(theme, ring), getattr(theme, ground)) for ground in grounds) >= SHAPE


@THEMES
@pytest.mark.parametrize("part", ["QLineEdit", "QPlainTextEdit", "QListWidget", "QCheckBox::indicator"])
def test_the_frame_of_a_field_stands_out(theme, part):
    frame = next(colour_of(rule.sets["border"]) for rule in RULES if rule.selector == part and "border" in rule.sets)
    assert frame is not None
    assert min(contrast(getattr(theme, frame), getattr(theme, ground)) for ground in USUAL) >= SHAPE

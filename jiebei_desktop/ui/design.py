"""The one design module: every colour, distance and type size of the window."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from jiebei_desktop.products import Brand
from jiebei_desktop.resources import resource


class ThemeChoice(StrEnum):
    """What the user chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours by what they are for."""

    name: str
    ground: str
    card: str
    ink: str
    quiet: str
    line: str
    control: str
    hover: str
    accent: str
    accent_hover: str
    on_accent: str
    selected: str
    jiebei: str
    jiebei_text: str
    huabei: str
    huabei_text: str
    other: str
    late: str
    late_ground: str
    good: str

    def brand(self, brand: Brand | None) -> str:
        """Return a product family's colour, the same everywhere; quiet for a product of no known family."""
        colours = {Brand.JIEBEI: self.jiebei, Brand.HUABEI: self.huabei, Brand.OTHER: self.other}
        return colours[brand] if brand else self.quiet

    def brand_text(self, brand: Brand | None) -> str:
        """Return the same for text, dark enough to be read."""
        colours = {Brand.JIEBEI: self.jiebei_text, Brand.HUABEI: self.huabei_text, Brand.OTHER: self.other}
        return colours[brand] if brand else self.quiet


LIGHT = Theme(
    name="light",
    ground="#F6F7F9",
    card="#FFFFFF",
    ink="#1B2330",
    quiet="#5B6675",
    line="#E4E8EE",
    control="#7D8796",
    hover="#EEF1F5",
    accent="#2560EB",
    accent_hover="#1D4FCC",
    on_accent="#FFFFFF",
    selected="#E7EEFF",
    jiebei="#2F6BFF",
    jiebei_text="#2560EB",
    huabei="#C96A00",
    huabei_text="#A15200",
    other="#704A78",
    late="#B3361E",
    late_ground="#FCEEEA",
    good="#12785A",
)
DARK = Theme(
    name="dark",
    ground="#14181F",
    card="#1C222B",
    ink="#E8ECF2",
    quiet="#9AA6B6",
    line="#2C3440",
    control="#727E8E",
    hover="#262E39",
    accent="#7DA2FF",
    accent_hover="#97B5FF",
    on_accent="#10151D",
    selected="#24304A",
    jiebei="#7DA2FF",
    jiebei_text="#7DA2FF",
    huabei="#F2A246",
    huabei_text="#F2A246",
    other="#D9B8D6",
    late="#FF8A70",
    late_ground="#3A2420",
    good="#82E8B4",
)

GRID = 8
HALF = GRID // 2
SPACE = 2 * GRID
WIDE = 3 * GRID
SIDEBAR_WIDTH = 184
TOPBAR_HEIGHT = 56
COMPACT_SIDEBAR = 64
COMPACT_BELOW = 1200
CONTENT_WIDTH = 1440
SHORT_FIELD = 92
FORM_WIDTH = 304
DIALOG_WIDTH = 368
ABOUT_WIDTH = 520
LIST_WIDTH = 248
TABLE_WIDTH = 480  # that a table has at least, where it needs as much
RESULT_WIDTH = 560  # the least that figures have beside the form that they come from
PART_HEIGHT = 240  # of a part that scrolls by itself, at least
LOAN_HEIGHT = 64
WIDE_BUTTON = 184
READING_WIDTH = 736
READING_HEIGHT = 320
HELP_LIST = 304
KEY_COLUMN = 176
PALETTE_WIDTH = 560
FIRST_COLUMN = 168
NUMBER_COLUMN = 48
DAYS_COLUMN = 52
DATE_COLUMN = 98
SURE_COLUMN = 100
NAMED_COLUMN = 136
CYCLE_FIELD = 216
MONEY_FIELD = 248
STRESS_FIELD = 176
SOON = 300  # milliseconds after the last key, before long work begins
HEADER_LINE = 18
NAME_WIDTH = 260
CONTROL_HEIGHT = 36
ROW_HEIGHT = 30
HEAD_HEIGHT = 48
CHIP_HEIGHT = 26
CHIP_FOCUSED = CHIP_HEIGHT - 2
PERIODS_WIDTH = 92
RATE_WIDTH = 176
CHART_HEIGHT = 108
SOURCES_HEIGHT = 124
EFFECT_HEIGHT = 88  # of what a change would do, at least
CURVES_HEIGHT = 240
CURVES_WIDTH = 360
HEADROOM = 24  # above the highest curve, where bands are named
CURVE_WIDTH = 2
STRIP_ROW = 28
DOT = 10
BULLET = 16
BAR_WIDTH = 28
ICON = 20
SMALL_ICON = 16
HANDLE = 12  # of a slider; it stands out of its groove by the next at each side
HANDLE_OUT = 6
HANDLE_ROUND = 8
SLIDER_HEIGHT = 24
ARROW_ROOM = 24  # of a choice's arrow
RADIUS = 10
CONTROL_RADIUS = 8
LINE_WIDTH = 1
FOCUS = 2
INSET = 12
GRID_LESS = GRID - 1
INSET_LESS = INSET - 1
HALF_LESS = HALF - 1
RING = 3 * FOCUS  # two lines and as much between them: the focus on what is framed or filled anyway
RING_CHIP = GRID + LINE_WIDTH - RING
HALF_MORE = HALF + FOCUS  # by which a slider's handle stands out of its groove
HEADER_INSET = GRID + 3  # a cell stands 3 pixels further in than its header
SCROLL = 8
NAV_HEIGHT = 32
BUTTON_HEIGHT = CONTROL_HEIGHT - 2 * LINE_WIDTH
FOCUSED_HEIGHT = CONTROL_HEIGHT - 2 * FOCUS
RINGED_HEIGHT = CONTROL_HEIGHT - 2 * RING
CHIP_RINGED = CHIP_HEIGHT + 2 * LINE_WIDTH - 2 * RING
MINIMUM_WINDOW = (1024, 700)
USUAL_WINDOW = (1280, 800)

TEXT = 14
SMALL = 12
LARGE = 22
FIGURE = 22
TITLE = 16

# On paper, in tenths of a millimetre; type is 28 for 8 points.
PAPER = (2970, 2100)
PAPER_MARGIN = 130
PAPER_FOOT = 90
PAPER_SPACE = 36
PAPER_GAP = 16
PAPER_PAD = 5
PAPER_PAD_MORE = 9
PAPER_RULE = 2
PAPER_STRONG_RULE = 4
PAPER_HEADLINE = 60
PAPER_REASON = 31
PAPER_NAME = 31
PAPER_TEXT = 28
PAPER_SMALL = 23
PAPER_NOTE = 23
PAPER_COLUMN = 700
PAPER_PICTURES = 330
PAPER_PICTURES_MOST = 620
PAPER_STRIP_NAME = 330
PAPER_STRIP_ROW = 36
PAPER_STRIP_ROW_MOST = 80
PAPER_DOT = 11
PAPER_CURVE = 5
PAPER_SAMPLE = 84
PAPER_SIZES = (28, 26, 24, 22, 20)  # of the type of tables, the usual one first
PAPER_STILL_LARGE = 26  # from which on an upright page is better than a wide one
PAPER_ANSWER = 48
PAPER_HEADING = 34
PAPER_BESIDE = 30  # between two columns
PAPER_BESIDE_MORE = 110  # that columns may be set further apart where there is room
PAPER_WORDS = 16  # letters that a column of words is wide before it wraps, if there is room
PAPER_WORDS_LEAST = 7  # and if there is none
PAPER_LETTER = 14  # pixels of a screen of 96 dots an inch, as are the next
PAPER_LETTER_TITLE = 22

# Pictures of a comparison.
DASHES: tuple[tuple[float, ...], ...] = (  # in widths of the line: lines are told apart without colour, too
    (),
    (4, 2),
    (1, 2),
    (4, 2, 1, 2),
    (10, 3),
    (6, 2, 1, 2, 1, 2),
)
LONG_DASHES = 4  # from this one on a sample has to be long
LONG_SAMPLE = 36
LANE_HEIGHT = 76
LANE_BAR = 16
HEAT_CELL = 32
HEAT_MOST = 0.35  # of a colour in the ground of the largest amount, so that text on it is still read
FAINT_BAR = 0.35  # of a colour in the lighter part of a bar
GROUND = 0.6  # of a colour under a whole column or stretch of a picture
EXPORT_SCALE = 2

# Charts painted by hand: fans, bars by month, dated lines; and lists that are put in order.
CHART_WIDTH = 240  # the least that a chart can be read at
TICK_ROOM = 32  # from one amount of an axis to the next, at least
LEVEL_WIDTH = 1.5
LEVEL_ROOM = 0.3  # of a chart's width that the names of levels may take beside the plot
BAND_FAINT = 0.14  # of a colour in the outermost band
BAND_STRONG = 0.32  # and in the innermost
BAND_EDGE = 0.7
FAINT_LINE = 0.5
WIDEST_BAR = 0.7  # of a month
HATCH = 6
ORDER_MOST = 8  # rows of a list before it scrolls

TEXT_SIZES = (100, 125, 150, 200)
"""In per cent of the usual one: what the user can choose from."""
_STAYS = frozenset(
    {
        "GRID", "HALF", "SPACE", "WIDE", "INSET", "GRID_LESS", "HALF_MORE", "HEADER_INSET",  # distances
        "INSET_LESS", "HALF_LESS", "RING", "RING_CHIP", "SCROLL", "TABLE_WIDTH",
        "RADIUS", "CONTROL_RADIUS", "LINE_WIDTH", "CURVE_WIDTH", "FOCUS", "HATCH",  # strokes and corners
        "SOON", "EXPORT_SCALE", "LONG_DASHES", "ORDER_MOST",  # no sizes
    }
)  # fmt: skip
"""What is the same in every text size, besides what is on paper: a window of large text is short of room as it is."""
_USUAL = {
    name: value
    for name, value in globals().items()
    if name.isupper() and isinstance(value, int) and name not in _STAYS and not name.startswith("PAPER_")
}
"""Sizes that grow with the text, at 100 %: type, and what holds type or stands beside it."""
_CONTROL, _CHIP = 14, 4
_MARGINS = {
    "TOPBAR_HEIGHT": 34,
    "COMPACT_SIDEBAR": 44,
    "CONTROL_HEIGHT": _CONTROL,
    "BUTTON_HEIGHT": _CONTROL - 2 * LINE_WIDTH,
    "FOCUSED_HEIGHT": _CONTROL - 2 * FOCUS,
    "RINGED_HEIGHT": _CONTROL - 2 * RING,
    "CHIP_HEIGHT": _CHIP,
    "CHIP_FOCUSED": _CHIP - 2,
    "CHIP_RINGED": _CHIP + 2 * LINE_WIDTH - 2 * RING,
    "NAV_HEIGHT": 12,
    "HANDLE_ROUND": 2,
    "ROW_HEIGHT": 10,
    "LOAN_HEIGHT": 20,
    "FORM_WIDTH": 50,
    "LIST_WIDTH": 50,
    "HELP_LIST": 50,
}
"""Pixels of a size that are around the text, and stay."""

STYLE = ("-style", "fusion")
"""What the application is begun with, to look the same everywhere; a style that is set later costs a start more."""
_FAMILIES = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "Droid Sans Fallback",
)

_current = LIGHT


def current() -> Theme:
    """Return the theme in use."""
    return _current


def colour(value: str, alpha: float = 1.0) -> QColor:
    """Return a design colour for painting."""
    found = QColor(value)
    found.setAlphaF(alpha)
    return found


def choose(app: QApplication, choice: ThemeChoice, text_size: int = TEXT_SIZES[0]) -> Theme:
    """Put the chosen theme's font and palette into force and return it; `dress` does the rest.

    The application was begun with `STYLE`. Sizes that grow with the text are set for `text_size`, which is in per cent:
    a widget reads them when it is made.
    """
    global _current  # noqa: PLW0603 - one look a process, as there is one application
    dark = choice is ThemeChoice.DARK or (
        choice is ThemeChoice.SYSTEM and QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    )
    _current = DARK if dark else LIGHT
    _grow(text_size)
    app.setFont(text_font())
    app.setPalette(_palette(_current))
    return _current


def _grow(text_size: int) -> None:
    """Set every size that grows with the text."""
    for name, value in _USUAL.items():
        margin = _MARGINS.get(name, 0)
        globals()[name] = (value - margin) * text_size // 100 + margin


def dress(app: QApplication) -> None:
    """Give every widget the theme's style sheet.

    A window is built before it is dressed: a sheet in force is worked out anew for each widget that finds its place.
    """
    sheet = _stylesheet(_current)
    if app.styleSheet() != sheet:
        app.setStyleSheet(sheet)


def text_font(size: int | None = None, *, bold: bool = False) -> QFont:
    """Return the text font in pixels, else as large as texts are now: simplified Chinese, figures of one width."""
    return _font(size or TEXT, bold=bold)


@cache
def _font(size: int, *, bold: bool) -> QFont:
    font = QFont()
    font.setFamilies([*_chinese_families(), font.defaultFamily()])
    font.setPixelSize(size)
    font.setBold(bold)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


@cache
def _chinese_families() -> list[str]:
    """Return the families that Chinese is drawn with; a machine without any gets the one that is brought along."""
    installed = set(QFontDatabase.families())
    known = [family for family in _FAMILIES if family in installed]
    if known or QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        return known
    brought = sorted(resource("fonts").glob("*.otf"))
    return [family for path in brought for family in _families_of(path)]


def _families_of(path: Path) -> list[str]:
    return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.ground,
        QPalette.ColorRole.WindowText: theme.ink,
        QPalette.ColorRole.Base: theme.card,
        QPalette.ColorRole.AlternateBase: theme.hover,
        QPalette.ColorRole.Text: theme.ink,
        QPalette.ColorRole.Button: theme.card,
        QPalette.ColorRole.ButtonText: theme.ink,
        QPalette.ColorRole.PlaceholderText: theme.quiet,
        QPalette.ColorRole.ToolTipBase: theme.card,
        QPalette.ColorRole.ToolTipText: theme.ink,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.Accent: theme.accent,
        QPalette.ColorRole.Link: theme.accent,
    }
    for role, value in roles.items():
        palette.setColor(role, QColor(value))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.control))
    return palette


def _stylesheet(theme: Theme) -> str:
    sheet = Template(resource("style.qss").read_text(encoding="utf-8"))
    colours = {name: getattr(theme, name) for name in Theme.__slots__}
    sizes = {name.lower(): value for name, value in globals().items() if name.isupper() and isinstance(value, int)}
    arrow = resource("icons", f"chevron-{theme.name}.svg").as_posix()
    check = resource("icons", f"check-{theme.name}.svg").as_posix()
    return sheet.substitute(colours, **sizes, chevron=arrow, check=check)

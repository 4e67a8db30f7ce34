"""A walk through the whole window, without anybody looking: every page, one of each chart, every kind of file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from jiebei_desktop import text
from jiebei_desktop.files.csv_out import CsvOptions
from jiebei_desktop.files.sample import SAMPLE_DAY
from jiebei_desktop.planning.helping.finding import matches
from jiebei_desktop.planning.statement.results import Status
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.app import Desk, application
from jiebei_desktop.ui.export_dialog import ExportDialog
from jiebei_desktop.ui.pages import PAGES, Page, place_of
from jiebei_desktop.ui.pages.base import Export
from jiebei_desktop.ui.pages.reconcile import ReconcilePage
from jiebei_desktop.ui.printing import preview
from jiebei_desktop.ui.settings import Settings
from jiebei_desktop.ui.snapshot import settle
from jiebei_desktop.ui.widgets.cash_strip import CashStrip
from jiebei_desktop.ui.widgets.curves import CurveChart
from jiebei_desktop.ui.widgets.fan import FanChart
from jiebei_desktop.ui.widgets.heat_map import HeatMap
from jiebei_desktop.ui.widgets.month_bars import MonthBars
from jiebei_desktop.ui.widgets.pictures import Bars, CycleStrip
from jiebei_desktop.ui.widgets.step_lines import StepLines

_CHARTS: tuple[type[QWidget], ...] = (
    Bars,
    CashStrip,
    CurveChart,
    CycleStrip,
    FanChart,
    HeatMap,
    MonthBars,
    StepLines,
)
_TALL_WINDOW = (1280, 6000)
"""In pixels: all of a page is in sight, so that nothing waits to be scrolled to."""
_PAGE_COLOURS, _CHART_COLOURS = 50, 8
"""That a page and a chart have at least; an empty one has one or two, smooth text alone some thirty."""
_QT_WORD = ("QPlatformTheme", "Cancel")
"""One of Qt's own words, as in its dialogs for files; apart from the call, or it would be collected for translation."""
_SIGNS = "借呗花罚息逾期\U000f0000"
"""Chinese, and a sign that no font has: drawn as a box, like all that a font does not have."""
_STARTS = {".csv": b"\xef\xbb\xbf", ".xlsx": b"PK\x03\x04", ".pdf": b"%PDF-", ".ics": b"BEGIN:VCALENDAR\r\n"}
_PASSWORD = "234512"  # noqa: S105 - of a statement that is made here


def walk(plan: Path, folder: Path, note: Callable[[str], None]) -> None:
    """Open a plan as the last sitting's, then the sample; look at every page and write its files into a folder.

    Raises:
        AssertionError: something is not as it should be.
    """
    app = application()
    family = design.text_font().family()
    _require(len({_drawn(sign) for sign in _SIGNS}) == len(_SIGNS), f"{family}: {_SIGNS}")
    note(translate("Selftest", "中文用 {font} 显示").format(font=family))
    settings = Settings(folder / "settings.ini")
    settings.language = text.language()
    settings.opened(plan)
    desk = Desk(app, settings)
    desk.show()
    wanted = "取消" if text.language() == text.CHINESE else "Cancel"
    _require(QApplication.translate(*_QT_WORD) == wanted, wanted)
    _require(desk.store.path == plan, str(plan))
    note(translate("Selftest", "上次的计划自己打开了"))
    desk.window.files.open_sample()
    desk.window.resize(*_TALL_WINDOW)
    drawn: set[type[QWidget]] = set()
    for index, place in enumerate(PAGES):
        desk.window.show_page(index)
        page = desk.window.pages.current
        _require(page is not None and page.name == place.name, place.name)
        assert page is not None  # noqa: S101 - for the type checker
        for _ in range(3):  # what comes into sight begins work of its own
            settle(page)
        colours = _colours(desk.window)
        _require(colours >= _PAGE_COLOURS, f"{place.name}: {colours}")
        drawn |= {kind for kind in _CHARTS if _is_drawn(page, kind)}
        files = _write(page.export(), folder / place.name) if page.can_export() else []
        shown = translate("Selftest", "{page}：画出来了 {files}").format(page=place.title(), files=" ".join(files))
        note(shown.rstrip())
    _require(matches("逾期几天", "yqjt") is not None, "yqjt")  # the readings of characters went along
    _require(drawn == set(_CHARTS), ", ".join(kind.__name__ for kind in _CHARTS if kind not in drawn))
    note(translate("Selftest", "{count} 种图都画出来了").format(count=len(drawn)))
    count = _write_whole(desk, settings, folder / "whole")
    note(translate("Selftest", "整个计划写成了 {count} 个文件").format(count=count))
    _require(_leaf_through(desk) > 0, "preview")
    note(translate("Selftest", "打印预览看得到"))
    _read_statement(desk, folder / "statement.zip")
    note(translate("Selftest", "有密码的账单读得了，也对上了"))
    desk.window.close()


def _write_whole(desk: Desk, settings: Settings, folder: Path) -> int:
    """Write the whole plan as files of every kind; returns how many, which were looked into."""
    folder.mkdir()
    dialog = ExportDialog(desk.store, settings, desk.window)
    dialog.export_to(folder)
    while dialog.busy:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    dialog.reject()
    written = list(folder.iterdir())
    _require({path.suffix for path in written} == set(_STARTS), dialog.notice.text)
    for path in written:
        _require(path.read_bytes().startswith(_STARTS[path.suffix]), str(path))
    return len(written)


def _leaf_through(desk: Desk) -> int:
    """Look at the first page as it is printed; returns how many sheets of paper it takes."""
    desk.window.show_page(place_of("loans"))
    export = desk.window.pages.current.export() if desk.window.pages.current is not None else None
    assert export is not None  # noqa: S101 - the sample has a loan
    shown = preview(desk.window, export)
    QCoreApplication.processEvents()
    pages = shown.view.pageCount()
    shown.close()
    return pages


def _read_statement(desk: Desk, file: Path) -> None:
    """Read a sealed statement, and find the sample's first instalment in it."""
    import pyzipper  # noqa: PLC0415 - only statements that are sealed need it

    day, columns = date(2026, 7, 15), ("交易时间", "交易对方", "商品说明", "收/支", "金额", "交易状态")
    cells = (day.isoformat(), "借呗", "借呗还款", "不计收支", "2491.09", "还款成功")
    with pyzipper.AESZipFile(file, "w", encryption=pyzipper.WZ_AES) as archive:
        archive.setpassword(_PASSWORD.encode())
        archive.writestr("statement.csv", "\r\n".join((",".join(columns), ",".join(cells), "")).encode("gb18030"))
    desk.window.show_page(place_of(ReconcilePage.name))
    page = desk.window.page(ReconcilePage)
    page.read(file, _PASSWORD)
    settle(page)
    _require(page.found is not None, page.notice.text)
    assert page.found is not None  # noqa: S101 - for the type checker
    _require(page.found.matches[0].status is Status.MATCHED, page.headline.answer.text())


def _drawn(sign: str) -> bytes:
    """Return the picture of a sign."""
    side = 2 * design.TEXT
    image = QImage(side, side, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setFont(design.text_font())
    painter.drawText(image.rect(), Qt.AlignmentFlag.AlignCenter, sign)
    painter.end()
    return bytes(image.constBits())


def _require(there: object, what: str) -> None:
    if not there:
        raise AssertionError(what)


def _is_drawn(page: Page, kind: type[QWidget]) -> bool:
    charts = [chart for chart in page.findChildren(kind) if chart.isVisible()]
    return any(_colours(chart) >= _CHART_COLOURS for chart in charts)


def _colours(widget: QWidget) -> int:
    """Return how many colours are on a widget."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(image.constBits()).cast("I")
    return len(set(pixels))


def _write(export: Export | None, folder: Path) -> list[str]:
    """Write what a page gives out; returns the names of the files, which were looked into."""
    if export is None:
        return []
    folder.mkdir()
    written = [folder / f"export{ending}" for ending in export.endings]
    for path in written:
        export.write(path, SAMPLE_DAY, CsvOptions())
        _require(path.read_bytes().startswith(_STARTS[path.suffix]), str(path))
    return [path.name for path in written]

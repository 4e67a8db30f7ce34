"""Every item model of the program keeps Qt's rules, through resets, edits and moves; a new one has to be added here."""

import pkgutil
from collections.abc import Callable, Iterator
from importlib import import_module

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QTabWidget

import jiebei_desktop
from jiebei_desktop.products import Brand
from jiebei_desktop.ui.app import Desk
from jiebei_desktop.ui.compare.table_model import ComparisonModel, Head, Shown, Titled
from jiebei_desktop.ui.pages import PAGES, place_of
from jiebei_desktop.ui.palette_items import Group, Item
from jiebei_desktop.ui.palette_list import FoundModel
from jiebei_desktop.ui.widgets.figure_model import Cell, FigureModel, Tone
from jiebei_desktop.ui.widgets.order_list import _Items
from jiebei_desktop.ui.widgets.ticks import TickModel
from tests.ui.access_hand import plans, settle

NOWHERE = QModelIndex()


def header(count: int) -> list[Cell]:
    return [Cell(f"第 {place} 列") for place in range(count)]


def cells(rows: int, columns: int, tone: Tone = Tone.PLAIN) -> list[list[Cell]]:
    return [[Cell(f"{row}.{column}", tone, why="算出来的") for column in range(columns)] for row in range(rows)]


def figures(model: FigureModel) -> Iterator[None]:
    model.show_cells(header(3), cells(2, 3))
    yield
    model.show_cells(header(3), cells(2, 3, Tone.BEST))  # the same shape: cells change
    yield
    model.show_cells(header(2), cells(5, 2))
    yield
    model.show_cells([], [])
    yield


def ticks(model: TickModel) -> Iterator[None]:
    model.ticks = [True, None, False]
    model.show_cells(header(2), cells(3, 2))
    yield
    assert model.setData(model.index(2, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert not model.setData(model.index(1, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert model.ticks == [True, None, True]
    yield
    model.ticks = []
    model.show_cells(header(2), [])
    yield


def comparison(model: ComparisonModel) -> Iterator[None]:
    def show(columns: int, rows: int, base: int = 0) -> None:
        heads = [Head(f"第 {place} 列", "6 期", Brand.JIEBEI, base=place == base) for place in range(columns)]
        lines = [Titled(f"第 {row} 行", "", [Shown(str(place)) for place in range(columns)]) for row in range(rows)]
        model.show_rows(heads, lines, lambda row, column: f"{row} {column}")

    for shape in ((2, 4), (2, 4, 1), (3, 4), (3, 6), (1, 6), (0, 0)):
        show(*shape)
        yield


def order(model: _Items) -> Iterator[None]:
    model.show_items([("a", "甲"), ("b", "乙"), ("c", "丙")])
    yield
    assert model.moveRow(NOWHERE, 0, NOWHERE, 3)
    assert [key for key, _ in model.items] == ["b", "c", "a"]
    yield
    model.show_items([("b", "乙二"), ("c", "丙"), ("a", "甲")])  # the same, one called by another name
    yield
    assert not model.moveRow(NOWHERE, 0, NOWHERE, 9)
    model.show_items([])
    yield


def found(model: FoundModel) -> Iterator[None]:
    def group(name: str, count: int) -> Group:
        return Group(name, tuple(Item(f"{name}-{place}", name, str(place), "", lambda: None) for place in range(count)))

    model.show_groups([group("页面", 2), group("借款", 1)])
    assert model.places == [1, 2, 4]
    yield
    model.show_groups([group("问题", 3)])
    yield
    model.show_groups([])
    yield


MODELS: dict[type[QAbstractItemModel], Callable[..., Iterator[None]]] = {
    FigureModel: figures,
    TickModel: ticks,
    ComparisonModel: comparison,
    _Items: order,
    FoundModel: found,
}


def models(kind: type = QAbstractItemModel) -> Iterator[type]:
    for each in kind.__subclasses__():
        if each.__module__.startswith("jiebei_desktop."):
            yield each
        yield from models(each)


def test_every_model_of_the_program_is_tried():
    for module in pkgutil.walk_packages(jiebei_desktop.__path__, "jiebei_desktop."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    assert set(models()) == set(MODELS)


@pytest.mark.parametrize("kind", MODELS, ids=lambda kind: kind.__name__)
def test_a_model_keeps_qt_s_rules_whatever_is_shown(qtmodeltester, kind):
    model = kind()
    qtmodeltester.check(model)  # which goes on looking at what the model says
    for _ in MODELS[kind](model):
        qtmodeltester.check(model)


def test_the_models_that_pages_show_keep_them_while_plans_come_and_go(start, rules, qtmodeltester):
    desk: Desk = start()
    window = desk.window
    window.resize(1280, 6000)  # all of a page is in sight, and so made
    seen = set()
    for name in ("empty", "full", "empty"):
        desk.store.replace(plans(rules)[name])
        for place in PAGES:
            window.show_page(place_of(place.name))
            page = window.pages.current
            tabs = page.findChild(QTabWidget)
            for view in range(tabs.count() if tabs is not None else 1):
                if tabs is not None:
                    tabs.setCurrentIndex(view)
                settle(page)
                shown = {table.model() for table in page.findChildren(QAbstractItemView)}
                for model in {each for each in shown if type(each) in MODELS} - seen:
                    qtmodeltester.check(model)  # from now on
                    seen.add(model)
    assert {FigureModel, ComparisonModel, _Items} <= {type(model) for model in seen}

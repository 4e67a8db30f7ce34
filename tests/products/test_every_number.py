"""Every number of the shipped rules has its support: walked through the files themselves, not through the program."""

from __future__ import annotations

import tomllib
from copy import deepcopy
from datetime import date
from decimal import Decimal, InvalidOperation

import pytest

from jiebei_desktop.resources import resource

FILES = [*resource("products").rglob("*.toml"), resource("overdue.toml"), resource("regulation.toml")]
RAW = {path.name: tomllib.loads(path.read_text(encoding="utf-8")) for path in FILES}
BY_ID = {data["id"]: data for data in RAW.values() if "id" in data and "same_as" not in data}
NO_FIGURES = {
    "schema_version": "of the file's format",
    "rank": "the place among products of a brand, in which people are offered them",
    "default_periods": "one of `periods`, which have their sources: the choice that a form begins with",
}
"""The numbers that are no claim about a product, and why."""


def tables(data, path=()):
    """Yield every table with its path."""
    if isinstance(data, dict):
        yield path, data
        for key, item in data.items():
            yield from tables(item, (*path, key))
    elif isinstance(data, list):
        for place, item in enumerate(data):
            yield from tables(item, (*path, str(place)))


def is_number(value):
    if isinstance(value, bool):
        return False
    if isinstance(value, int | float):
        return True
    try:
        return isinstance(value, str) and Decimal(value.rstrip("%‰元天 ")).is_finite()
    except InvalidOperation:
        return False


def numbers(data, path=(), *, supported=False):
    """Yield the path of every number, and whether a table around it names sources; sources are support themselves."""
    if path == ("sources",):
        return
    if isinstance(data, dict):
        inside = supported or ("sources" in data and isinstance(data.get("sources"), list))
        for key, item in data.items():
            yield from numbers(item, (*path, key), supported=inside)
    elif isinstance(data, list):
        for place, item in enumerate(data):
            yield from numbers(item, (*path, str(place)), supported=supported)
    elif is_number(data):
        yield path, supported


def sources(name):
    """Return the sources that a file may name: its own, and those of the file that it follows."""
    data = RAW[name]
    return BY_ID.get(data.get("same_as"), {}).get("sources", {}) | data.get("sources", {})


SUPPORTED = [
    (name, path, table)
    for name, data in RAW.items()
    for path, table in tables(data)
    if isinstance(table.get("sources"), list)
]
IDS = [f"{name} {'.'.join(path)}" for name, path, _ in SUPPORTED]


def test_all_files_are_looked_at():
    assert sorted(RAW) == [
        "credit_pay.toml",
        "huabei_bill.toml",
        "huabei_instalment.toml",
        "huabei_purchase.toml",
        "jiebei.toml",
        "jiebei_2017.toml",
        "jiebei_instalment.toml",
        "overdue.toml",
        "regulation.toml",
    ]
    assert len(SUPPORTED) > 150


@pytest.mark.parametrize("name", RAW)
def test_no_number_stands_outside_a_figure_with_sources(name):
    alone = {".".join(path) for path, supported in numbers(RAW[name]) if not supported}
    assert alone <= set(NO_FIGURES), "whose word is this?"


@pytest.mark.parametrize("name", RAW)
def test_no_price_is_hidden_in_a_table_that_only_looks_like_a_figure(name):
    """A table with a value says its sources; a group of figures has none of its own, which would cover all of them."""
    for path, table in tables(RAW[name]):
        assert "value" not in table or table["sources"], ".".join(path)
        of_a_figure = "value" in table or name == "overdue.toml"  # where texts have sources
        assert of_a_figure or not isinstance(table.get("sources"), list), ".".join(path)


@pytest.mark.parametrize(("name", "path", "table"), SUPPORTED, ids=IDS)
def test_every_source_named_is_there_with_title_address_and_the_day_it_was_read(name, path, table):
    assert table["sources"], (name, path)
    for key in table["sources"]:
        found = sources(name)[key]
        assert found["title"]["zh"].strip(), (name, key)
        assert found["title"]["en"].strip(), (name, key)
        assert found["address"].strip(), (name, key)
        assert isinstance(found["read"], date), (name, key)


@pytest.mark.parametrize(("name", "path", "table"), SUPPORTED, ids=IDS)
def test_every_figure_says_how_sure_it_is_and_every_view_only_who_says_it(name, path, table):
    if "views" in path:
        assert "confidence" not in table, (name, path)
    else:
        assert table["confidence"] in {"high", "medium", "low"}, (name, path)
    for view in table.get("views", ()):
        assert view["sources"], (name, path)


@pytest.mark.parametrize(
    ("place", "added", "found"),
    [
        ((), {"grace": 3}, "grace"),
        ((), {"days": [1, 2]}, "days.1"),
        ((), {"share": "5%"}, "share"),
        (("rate",), {"usual": "0.0005"}, "rate.usual"),
        (("rate",), {"usual": {"value": "0.0005", "confidence": "high"}}, "rate.usual.value"),
        (("rate",), {"usual": {"value": "0.0005", "sources": "4hw"}}, "rate.usual.value"),
        (("principal",), {"default_periods": 12}, "principal.default_periods"),
    ],
)
def test_a_number_that_is_added_without_sources_is_found(place, added, found):
    data = deepcopy(RAW["jiebei.toml"])
    table = data
    for name in place:
        table = table[name]
    table |= added
    alone = {".".join(path) for path, supported in numbers(data) if not supported} - set(NO_FIGURES)
    assert found in alone


def test_what_is_said_to_be_no_figure_is_there():
    """Else a name on the list would let a number through that nobody looked at."""
    found = {path[-1] for data in RAW.values() for path, supported in numbers(data) if not supported}
    assert found == set(NO_FIGURES)

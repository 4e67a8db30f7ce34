"""A comparison as it goes on paper: the same figures as on screen, what they rest on, and what they leave out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from jiebei_desktop import __version__
from jiebei_desktop.money import grouped
from jiebei_desktop.planning.columns import Column
from jiebei_desktop.planning.comparison import Compared
from jiebei_desktop.planning.comparison_curves import costs_by_day, origin_of
from jiebei_desktop.planning.comparison_lines import RATES, Key, Line, lines
from jiebei_desktop.planning.comparison_sheet import ComparisonSheet, PrintedFigure, PrintedHead, PrintedLine
from jiebei_desktop.planning.offers import OfferOption
from jiebei_desktop.planning.verdict import early_said, verdict
from jiebei_desktop.planning.why import confidence_name, names_of
from jiebei_desktop.planning.wording import joined
from jiebei_desktop.planning.worked import BillWorked, OfferWorked
from jiebei_desktop.products import Brand, Figure, Source, sources_named
from jiebei_desktop.text import pick, translate

_MOST_NOTES = 12


def comparison_sheet(compared: Compared, title: str, today: date) -> ComparisonSheet:
    """Return a comparison as one page."""
    said, rows, costs = verdict(compared), lines(compared), costs_by_day(compared)
    made = translate("Report", "{today} · 借花规划 {version} · 与蚂蚁集团无关；只给数字和来源，不是法律意见")
    return ComparisonSheet(
        title=title,
        headline=said.headline,
        reason=joined(said.reason, said.aside),
        given=given(compared),
        start=origin_of(compared),
        heads=tuple(_head(compared, place, costs.get(place, ())) for place in range(len(compared.columns))),
        lines=tuple(_line(line) for line in rows),
        notes=tuple(notes(compared, rows)),
        made=made.format(today=today, version=__version__),
    )


def given(compared: Compared) -> str:
    """Return what is compared in a few words."""
    text = translate("Report", "借 {amount} 元，{start} 拿到")
    comparison = compared.comparison
    if len({found.start for found in compared.columns}) > 1:
        text = translate("Report", "借 {amount} 元，拿到的日子各列不同")
    said = text.format(amount=grouped(comparison.amount), start=compared.columns[0].start)
    early = early_said(compared)
    return f"{said}{pick('，', ', ')}{early}" if early else said


def notes(compared: Compared, rows: Iterable[Line]) -> list[str]:
    """Return what the figures are measured by and what they rest on, a sentence or two each."""
    text = translate("Report", "{title}：{basis}")
    told = RATES | {Key.FREE_DAYS, Key.EARLY}
    found = [text.format(title=line.title, basis=line.basis) for line in rows if line.key in told]
    found.append(translate("Report", "晚几天：只第一期晚，其余按时；多付的是罚息。"))
    rests = {_product(column): _rests_on(column) for column in reversed(compared.columns) if column.worked}
    return [*found, *reversed(rests.values())][:_MOST_NOTES]


def _product(found: Column) -> str:
    return found.option.product if isinstance(found.option, OfferOption) else ""


def _head(compared: Compared, place: int, costs: Sequence[Decimal]) -> PrintedHead:
    found, worked = compared.columns[place], compared.columns[place].worked
    return PrintedHead(
        name=compared.names[place],
        detail=found.detail,
        brand=found.brand,
        base=place == compared.comparison.base_place,
        problem=found.problem.message if found.problem else "",
        payments=tuple((due.due_date, due.payment) for due in worked.dues) if worked else (),
        costs=tuple(costs[: compared.days + 1]),
    )


def _line(line: Line) -> PrintedLine:
    figures = (PrintedFigure(figure.text, figure.beside, figure.best) for figure in line.figures)
    return PrintedLine(line.title, tuple(figures))


def _rests_on(found: Column) -> str:
    """Return the rule of a column, where its price comes from and how sure that is."""
    worked = found.worked
    if isinstance(worked, BillWorked):
        rule = worked.rule
        return _rule(translate("Report", "花呗账单"), rule.version, rule.daily_rate, rule.sources)
    if not isinstance(worked, OfferWorked):
        return ""
    product = worked.rule
    if product.brand is Brand.OTHER:
        return translate("Report", "{name}：价格是你自己填的。").format(name=product.name)
    fee = product.fee.figure(worked.last_period) if product.fee else None
    figure = fee or (product.rate.typical if product.rate else product.periods)
    return _rule(str(product.name), product.version, figure, product.sources)


def _rule(name: str, version: date, figure: Figure[Any], sources: dict[str, Source]) -> str:
    text = translate(
        "Report", "{name}的规则 {version} 核对；公布的价格来自 {sources}（{confidence}），自己改过的以填的为准。"
    )
    return text.format(
        name=name,
        version=version,
        sources=names_of(sources_named(figure.sources, sources)),
        confidence=confidence_name(figure.confidence),
    )

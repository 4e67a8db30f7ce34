"""Fields side by side that edit one part of the plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from jiebei_desktop.planning.entry import Field
from jiebei_desktop.planning.offers import Document
from jiebei_desktop.ui import design
from jiebei_desktop.ui.entry import Entry
from jiebei_desktop.ui.store import Store
from jiebei_desktop.ui.widgets.fields import FormField
from jiebei_desktop.ui.widgets.flow import FlowLayout

D = TypeVar("D", bound=Document)


class PartForm(QWidget, Generic[D]):
    """As many fields beside each other as there is room for.

    Args:
        store: holds the plan.
        fields: the fields by what they edit, each at least as wide as `width`.
        width: of a field.
        read: gives the part of the plan that is edited, and a key of its own.
        commit: takes over a changed part.
    """

    def __init__(
        self,
        store: Store,
        fields: Mapping[Field, FormField],
        width: int,
        read: Callable[[], tuple[object, D]],
        commit: Callable[[Field, D], None],
    ) -> None:
        super().__init__()
        self.fields = fields
        self.entry: Entry[D] = Entry(fields, read, commit, store.end_typing, lambda: store.rules)
        flow = FlowLayout(design.SPACE, design.GRID)
        for field in fields.values():
            field.keep_width(width)
            flow.addWidget(field)
        self.setLayout(flow)

"""What is opened of an entry of the help."""

from __future__ import annotations

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QPushButton, QWidget

from jiebei_desktop.planning.budget.memory import Memory
from jiebei_desktop.planning.helping.questions import answer, questions
from jiebei_desktop.planning.helping.shipped import glossary, shipped_help
from jiebei_desktop.planning.helping.sources import source_groups
from jiebei_desktop.text import translate
from jiebei_desktop.ui.help.entries import Entry, Kind
from jiebei_desktop.ui.help.views import AnswerView, KeysView, LimitsView, SourcesView, WordView
from jiebei_desktop.ui.store import Store
from jiebei_desktop.ui.widgets.basics import row


def view_of(entry: Entry, store: Store, wanted: SignalInstance, memory: Memory) -> QWidget:
    """Return what an entry opens as; an answer is worked out now. `wanted` hears the page that something leads to."""
    if entry.kind is Kind.QUESTION:
        question = next(each for each in questions() if each.key == entry.key)
        view = AnswerView(question, answer(entry.key, store.plan, store.rules, store.today, memory))
        view.wanted.connect(wanted)
        return view
    if entry.kind is Kind.WORD:
        return WordView(next(each for each in glossary() if each.term.zh == entry.key))
    if entry.kind is Kind.SOURCES:
        return SourcesView(source_groups(store.shipped_rules)[int(entry.key)])
    if entry.kind is Kind.PAGE:
        return _way_to(entry, wanted)
    return LimitsView(shipped_help()) if entry.kind is Kind.LIMITS else KeysView()


def _way_to(entry: Entry, wanted: SignalInstance) -> QWidget:
    """Return a button that leads to a page."""
    button = QPushButton(translate("HelpPage", "去“{page}”").format(page=entry.title))
    button.setObjectName("primary")
    button.clicked.connect(lambda: wanted.emit(entry.key, ""))
    line = row()
    line.addWidget(button)
    line.addStretch(1)
    made = QWidget()
    made.setLayout(line)
    return made

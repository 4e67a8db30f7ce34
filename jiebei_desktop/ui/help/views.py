"""What is opened on the right: an answer, a word, sources, what is not known, the keys."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from jiebei_desktop.planning.helping.answer import Answer
from jiebei_desktop.planning.helping.questions import Question
from jiebei_desktop.planning.helping.shipped import Help, Word
from jiebei_desktop.planning.helping.sources import SourceGroup
from jiebei_desktop.planning.why import confidence_name, source_name
from jiebei_desktop.products import Source
from jiebei_desktop.text import pick, translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.shortcuts import listed
from jiebei_desktop.ui.widgets.basics import Card, column, label, row
from jiebei_desktop.ui.widgets.reading import Reading

_AMOUNT = re.compile(r"\d[\d,]*(?:\.\d+)?\s?(?:元|yuan|%)")


class AnswerView(QWidget):
    """A question with its answer: the sentence, the figures, what else there is, where to see it, whose word it is.

    `wanted` says a page, and the loan there that it is about.
    """

    wanted = Signal(str, str)

    def __init__(self, question: Question, answer: Answer) -> None:
        super().__init__()
        card = _card(question.title)
        card.body.addWidget(_words(answer.lead, "answerLead"))
        if answer.figures:
            card.body.addLayout(_figures(answer.figures))
        for said in answer.paragraphs:
            card.body.addWidget(_words(said))
        self.jump = QPushButton(answer.action)
        self.jump.setObjectName("primary")
        self.jump.clicked.connect(lambda: self.wanted.emit(answer.page, answer.loan_id))
        line = row()
        line.addWidget(self.jump)
        line.addStretch(1)
        card.body.addLayout(line)
        layout = column(spacing=design.INSET)
        layout.addWidget(card)
        if answer.support.sources:
            layout.addWidget(_support_card(answer))
        self.setLayout(layout)


def _card(title: str) -> Card:
    card = Card()
    card.body.setSpacing(design.INSET)
    card.body.addWidget(label(title, "answerTitle", wrap=True))
    return card


def _words(text: str, name: str = "") -> QLabel:
    """Return text to read in which amounts stand out."""
    made = label(name=name, wrap=True)
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setText(_AMOUNT.sub(lambda found: f"<b>{found[0].replace(' ', '&nbsp;')}</b>", escape(text)))
    made.setAccessibleName(text)
    return made


def _figures(figures: Sequence[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(design.SPACE)
    grid.setVerticalSpacing(design.HALF)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 2)
    for place, (name, value) in enumerate(figures):
        grid.addWidget(label(name, "quiet", wrap=True), place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_words(value), place, 1)
    return grid


def _support_card(answer: Answer) -> Card:
    """Return whose word an answer is, how sure it is, and what others say."""
    support = answer.support
    title = translate("HelpPage", "这些话是谁说的")
    if support.confidence is not None:
        text = translate("HelpPage", "这些话是谁说的（可靠程度：{sure}）")
        title = text.format(sure=confidence_name(support.confidence))
    card = Card(title)
    lines = [source_line(source) for source in support.sources]
    if support.unsure:
        lines += ["", translate("HelpPage", "还不确定的："), *(f"· {said}" for said in support.unsure)]
    card.body.addWidget(_selectable("\n".join(lines)))
    return card


def source_line(source: Source) -> str:
    """Return a source in a line: title, date, when it was read, and its address where it has one."""
    text = translate("HelpPage", "{source}；{day} 读到")
    said = text.format(source=source_name(source), day=source.read)
    return f"{said}\n{source.address}" if "." in source.address else said


def _selectable(text: str) -> QLabel:
    """Return small text that can be selected and copied, by mouse and by keys."""
    made = label(text, "small", wrap=True)
    flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    made.setTextInteractionFlags(flags)
    return made


class WordView(Card):
    """A word explained."""

    def __init__(self, word: Word) -> None:
        super().__init__()
        self.body.setSpacing(design.INSET)
        self.body.addWidget(label(str(word.term), "answerTitle", wrap=True))
        self.body.addWidget(_words(str(word.text), "answerLead"))
        if word.also.shown:
            text = translate("HelpPage", "也叫：{names}").format(names=pick("、", ", ").join(word.also.shown))
            self.body.addWidget(label(text, "quiet", wrap=True))


class SourcesView(Card):
    """The sources of one file, to read, select and copy; nothing is opened, as there is no network here."""

    def __init__(self, group: SourceGroup) -> None:
        super().__init__()
        self.body.addWidget(label(group.title, "answerTitle", wrap=True))
        text = translate("HelpPage", "{count} 个来源，查到 {day}。地址可以选中复制；程序自己不联网。")
        self.body.addWidget(label(text.format(count=len(group.cited), day=group.read), "quiet", wrap=True))
        self.text = Reading(group.title)
        self.text.show_text("\n\n".join(_cited(each.source, each.supports) for each in group.cited))
        self.text.setMinimumHeight(design.READING_HEIGHT)
        self.body.addWidget(self.text, 1)


def _cited(source: Source, supports: Sequence[str]) -> str:
    text = translate("HelpPage", "用在：{what}").format(what=pick("；", "; ").join(supports))
    return "\n".join((source_line(source), *((text,) if supports else ())))


class LimitsView(QWidget):
    """What the program does not know, and what it will not do."""

    def __init__(self, known: Help) -> None:
        super().__init__()
        layout = column(spacing=design.INSET)
        for title, said in (
            (translate("HelpPage", "程序不知道的"), known.unknown),
            (translate("HelpPage", "程序不会做的"), known.refuses),
        ):
            card = _card(title)
            card.body.setSpacing(design.GRID)
            for each in said:
                card.body.addWidget(_words(f"· {each}"))
            layout.addWidget(card)
        self.setLayout(layout)


class KeysView(QWidget):
    """All that can be done by a key, group by group."""

    def __init__(self) -> None:
        super().__init__()
        layout = column(spacing=design.INSET)
        for group, keys in groupby(listed(), key=lambda each: each[0]):
            card = Card(group)
            card.body.addLayout(_keys((what, key) for _, what, key in keys))
            layout.addWidget(card)
        self.setLayout(layout)


def _keys(pairs: Iterable[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(design.SPACE)
    grid.setVerticalSpacing(design.HALF)
    grid.setColumnMinimumWidth(0, design.KEY_COLUMN)
    grid.setColumnStretch(1, 1)
    for place, (what, key) in enumerate(pairs):
        grid.addWidget(label(key, "keys"), place, 0)
        grid.addWidget(label(what), place, 1)
    return grid

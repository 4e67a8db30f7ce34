"""Making a figure the user's own: what is typed is tried on the plan, and is taken over only when it was looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from jiebei_desktop.planning.document import Plan, says_rules
from jiebei_desktop.planning.own_changes import Place
from jiebei_desktop.planning.own_draft import NEW_FEE, NEW_RATE, Draft, first_differing
from jiebei_desktop.planning.own_rule_words import figure_support
from jiebei_desktop.planning.own_rules import rules_of
from jiebei_desktop.planning.rule_effect import Effects, effect_words, effects, new_loans_only
from jiebei_desktop.planning.rule_words import FigureWords, Said, support
from jiebei_desktop.text import translate
from jiebei_desktop.ui.rules.figure_card import ChosenCard
from jiebei_desktop.ui.store import Cause, Change, Store
from jiebei_desktop.values import ProblemError


class LeftForm(NamedTuple):
    """A form that is open: of which figure, and what is typed."""

    path: str
    texts: Mapping[str, str]


class Changing(QObject):
    """Fills the card of the chosen figure and does what its buttons ask for.

    `turned` says that the form came or went, `ended` that the user is done with it and the table is next, at the figure
    of a path, `refused` why something can't be.
    """

    turned = Signal()
    ended = Signal(str)
    refused = Signal(str)

    def __init__(self, store: Store, card: ChosenCard, chosen: Callable[[], tuple[FigureWords, Said] | None]) -> None:
        super().__init__(card)
        self._store, self._card, self._chosen = store, card, chosen
        self._place = Place("")
        self._path = ""
        self._title = ""
        self._begun: Mapping[str, str] = {}
        card.wanted.connect(self.begin)
        card.typed.connect(self._try)
        card.taken.connect(self._take)
        card.left.connect(self._leave)
        card.reset.connect(self._reset)

    def show(self, place: Place, *, anew: bool) -> None:
        """Show the chosen figure of a rule; a form that is open stays where it is not `anew` about another one."""
        chosen = self._chosen()
        if chosen is None:
            return
        if self._card.is_form and not anew:
            self._try()
            return
        found, said = chosen
        self._place, self._path, self._title = place, found.path, found.figure.name
        draft = self._draft
        back = ""
        if draft.own:
            back = translate("OwnRules", "改回自带的") if draft.ships else translate("OwnRules", "删掉这一行")
        text = figure_support(found) if said is found.figure else support(said)
        self._card.show_figure(self._title, text, able=bool(draft.parts), back=back)
        self.turned.emit()

    def freshen(self) -> None:
        """Say anew what a change would do: something else of the plan changed."""
        if self._card.is_form:
            self._try()

    def begin(self) -> None:
        """Open the form of the chosen figure."""
        self._open()

    def begin_new(self, path: str) -> None:
        """Open the form of a figure more: `NEW_RATE` or `NEW_FEE`."""
        self._path, self._title = path, _new_title(path)
        self._open()

    @property
    def is_typed(self) -> bool:
        """Tell whether a form is open in which something was typed."""
        return self._card.is_form and self._card.form.texts != self._begun

    def follow(self, change: Change) -> None:
        """Let a form go that was about another plan, or in which nothing was typed while the rules changed."""
        others = says_rules(change.before) != says_rules(change.after)
        if self._card.is_form and (change.cause is Cause.ANOTHER_PLAN or (others and not self.is_typed)):
            self.show(self._place, anew=True)

    def left(self) -> LeftForm | None:
        """Return what is typed in the form that is open, if one is."""
        return LeftForm(self._path, self._card.form.texts) if self._card.is_form else None

    def go_on(self, left: LeftForm) -> None:
        """Go on with a form that was open: at its row, or as that of a figure more."""
        if left.path in _NEW:
            self.begin_new(left.path)
        else:
            self.begin()
        if self._card.is_form:
            self._card.form.go_on(left.texts)
            self._try()

    @property
    def _draft(self) -> Draft:
        store = self._store
        return Draft(store.plan, store.shipped_rules, store.rules, self._place, self._path, store.today)

    def _open(self) -> None:
        parts = self._draft.parts
        if parts:
            text = translate("OwnRules", "改成自己的：{name}")
            self._begun = {part.key: part.text for part in parts}
            self._card.show_form(self._title if self._path in _NEW else text.format(name=self._title), parts)
            self._try()
            self.turned.emit()

    def _try(self) -> Plan | None:
        """Show what the plan would come to with what is typed; returns it where it can be and is another one."""
        form, store = self._card.form, self._store
        try:
            plan = self._draft.tried(form.texts)
        except ProblemError as error:
            field, message = error.problem
            text = translate("OwnRules", "上面有一处还没填对。")
            if form.texts.get(field) == self._begun.get(field) == "":  # in a new row nothing is wrong, but to come
                message, text = "", translate("OwnRules", "填好了，这里就说会怎么变。")
            form.say(field, message)
            self._card.show_effect(text, able=False)
            return None
        form.say("", "")
        if plan == store.plan:
            self._card.show_effect(translate("OwnRules", "和现在一样。改一改，这里就说会怎么变。"), able=False)
            return None
        rules = rules_of(plan, store.shipped_rules, store.today)
        self._card.show_effect(_words(effects(plan, store.rules, rules, store.today), self._path), able=True)
        return plan

    def _take(self) -> None:
        plan = self._try()
        if plan is not None:
            title = translate("OwnRules", "改规则：{name}").format(name=self._title)
            differing = first_differing(self._store.plan, plan)
            self.show(self._place, anew=True)
            self._store.edit(title, plan)
            self.ended.emit(differing[1] if differing else self._path)

    def _reset(self) -> None:
        try:
            plan = self._draft.reset()
        except ProblemError as error:
            text = translate("OwnRules", "现在改不回去：{why}。先改那一项。")
            self.refused.emit(text.format(why=error))
            return
        self._store.edit(translate("OwnRules", "改回自带的：{name}").format(name=self._title), plan)
        self.ended.emit(self._path)

    def _leave(self) -> None:
        self.show(self._place, anew=True)
        self.ended.emit(self._path)


_NEW = {NEW_RATE, NEW_FEE}


def _new_title(path: str) -> str:
    return translate("OwnRules", "加一个 LPR") if path == NEW_RATE else translate("OwnRules", "加一个期数的费率")


def _words(found: Effects, path: str) -> str:
    """Return what a change would do, in words."""
    said = [effect_words(effect) for effect in found.found]
    if not found.touched:
        said = [translate("OwnRules", "这份计划里没有用到这条规则。")]
    elif not said:
        said = [translate("OwnRules", "这份计划里没有数字会变。")]
    if new_loans_only(path):
        said.append(translate("OwnRules", "已有的借款各有自己填的价格和期数，不跟着变；新填一笔时用这个值。"))
    return "\n\n".join(said)

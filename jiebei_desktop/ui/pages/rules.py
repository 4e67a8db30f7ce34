"""规则: what the program knows of each product and whose word it is, and the products of the user's own."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QStackedWidget

from jiebei_desktop.planning.custom import filled_like, missing, new_product
from jiebei_desktop.planning.document import CustomProduct, says_rules
from jiebei_desktop.planning.entry import Field
from jiebei_desktop.planning.own_changes import (
    AnyRule,
    Place,
    changes_of,
    idle_changes,
    rule_at,
    shipped_at,
    without_changes,
)
from jiebei_desktop.planning.own_draft import NEW_FEE, NEW_RATE, first_differing
from jiebei_desktop.planning.own_rule_words import (
    answer_sentence,
    changes_sentence,
    checked_sentence,
    idle_sentence,
)
from jiebei_desktop.planning.rule_words import FigureWords, in_force, own_sentence, rule_words, uses_of
from jiebei_desktop.planning.wording import joined
from jiebei_desktop.products import Brand, ProductRule
from jiebei_desktop.products.own import BILL, LINES
from jiebei_desktop.products.regulation import Regulation
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.entry import Entry
from jiebei_desktop.ui.pages.base import Export, Page
from jiebei_desktop.ui.product_form import ProductView, product_field_name
from jiebei_desktop.ui.product_list import Item, ProductList
from jiebei_desktop.ui.rule_view import RuleView
from jiebei_desktop.ui.rules.changing import Changing, LeftForm
from jiebei_desktop.ui.rules.table_out import figures_table
from jiebei_desktop.ui.store import Cause, Change, Store
from jiebei_desktop.ui.widgets.sides import Side, Sides


class Left(NamedTuple):
    """What the page goes on with in another look: product, versions by product, figure, and the form that is open."""

    chosen: str
    versions: Mapping[str, int]
    path: str
    form: LeftForm | None


class RulesPage(Page):
    """The rules that ship, each figure with its sources, the user's own beside them, and products of the user's own."""

    name = "rules"

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._chosen = ""
        self._versions: dict[str, int] = {}
        self._words: tuple[FigureWords, ...] = ()
        self._title = ""
        self._shown: Place | None = None
        self.list = ProductList()
        self.list.chosen.connect(self.choose)
        self.list.add.clicked.connect(self.add_product)
        self.list.show_products(*self._items(), "")  # first of all, so that Tab comes here first
        self.rule = RuleView()
        self.rule.version_chosen.connect(self._choose_version)
        self.rule.reset_all.connect(self._reset_all)
        self.changing = Changing(store, self.rule.card, lambda: self.rule.chosen)
        self.rule.figure_chosen.connect(self._look)
        self.rule.table.activated.connect(self.changing.begin)
        self.rule.add_figure.connect(self._add_figure)
        self.changing.turned.connect(lambda: self.rule.make_room(form=self.rule.card.is_form))
        self.changing.ended.connect(self.rule.look_at)
        self.changing.refused.connect(self.rule.notice.say)
        self.own = ProductView()
        self.own.form.delete.clicked.connect(self._delete)
        self.own.form.like.edited.connect(self._fill_like)
        self.entry = Entry(self.own.form.fields, self._read, self._commit, store.end_typing, lambda: store.rules)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.rule)
        self.stack.addWidget(self.own)
        sides = Sides(
            Side(self.list, self.list.needed, fixed=True, height=design.CHART_HEIGHT),
            Side(self.stack, design.RESULT_WIDTH),
        )
        self.body.addWidget(sides, 1)

    @property
    def product(self) -> CustomProduct | None:
        """Return the product of the user's own that is on screen, if it is one."""
        return next((product for product in self.store.plan.products if product.id == self._chosen), None)

    @property
    def place(self) -> Place:
        """Return the rule that is looked at, in its version."""
        versions = self.store.shipped_rules.versions.get(self._chosen)
        if versions is None:
            return Place(self._chosen)
        return Place(self._chosen, versions[self._versions.get(self._chosen, len(versions) - 1)].in_force_from)

    def add_product(self) -> None:
        """Add a product of the user's own and put the cursor into its name."""
        taken = {product.name for product in self.store.plan.products}
        name = translate("RulesPage", "我的产品")
        numbered = (f"{name} {number}" if number > 1 else name for number in count(1))
        product = new_product(next(free for free in numbered if free not in taken))
        self._chosen = product.id
        self._edit(translate("RulesPage", "添加产品"), (*self.store.plan.products, product))
        self.own.form.begin()

    def look_at(self, about: str) -> None:
        """Show the product that something elsewhere leads to."""
        self.choose(about)

    def choose(self, key: str) -> None:
        """Show another product."""
        self._chosen = key
        self.store.end_typing()
        self._show()

    def show_change(self, change: Change) -> None:
        """Show the plan after a change; follow a product that came or changed by undo."""
        before, after = change.before, change.after
        if not change.typed:
            self.entry.forget()
        elif says_rules(before) == says_rules(after) and not self._uses_changed(change):
            self.changing.freshen()
            return
        self.changing.follow(change)
        touched = [product.id for product in after.products if product not in before.products]
        path = ""
        if touched and not change.typed:
            self._chosen = touched[0]
        elif not change.typed and change.cause is not Cause.ANOTHER_PLAN and not self.changing.is_typed:
            path = self._follow(first_differing(before, after))
        self._show()
        if path:
            self.rule.show_path(path)

    def left(self) -> Left:
        """Return what is looked at, and what is typed in the form of a figure."""
        return Left(self._chosen, dict(self._versions), self.rule.chosen_path, self.changing.left())

    def go_on(self, left: object) -> None:
        """Look at the same product in the same version, and at the same figure of it."""
        if not isinstance(left, Left):
            return
        self._chosen, self._versions = left.chosen, dict(left.versions)
        self._show()
        self.rule.show_path(left.path)
        if left.form is not None:
            self.changing.go_on(left.form)

    def can_export(self) -> bool:
        """Tell whether there is a rule on screen."""
        return bool(self._chosen)

    def export(self) -> Export | None:
        """Return the figures of the rule on screen."""
        words = rule_words(self.store.rules.rule(self._chosen)) if self.product else self._words
        if not words:
            return None
        return Export(translate("RulesPage", "{name} 规则").format(name=self._title), figures_table(words))

    def _follow(self, differing: tuple[Place, str] | None) -> str:
        """Turn to the rule of a figure, in its version; returns where the figure stands."""
        if differing is None:
            return ""
        place, path = differing
        versions = self.store.shipped_rules.versions.get(place.rule, ())
        since = [rule.in_force_from for rule in versions]
        if place.since in since:
            self._versions[place.rule] = since.index(place.since)
        self._chosen = place.rule
        return path

    def _uses_changed(self, change: Change) -> bool:
        before, after = change.before, change.after
        return self.product is not None and (before.loans, before.comparison) != (after.loans, after.comparison)

    def _edit(self, title: str, products: tuple[CustomProduct, ...], typing: object = None) -> None:
        self.store.edit(title, self.store.plan.model_copy(update={"products": products}), typing=typing)

    def _read(self) -> tuple[object, CustomProduct] | None:
        return (self.product.id, self.product) if self.product else None

    def _commit(self, field: Field, product: CustomProduct) -> None:
        title = translate("RulesPage", "修改产品：{field}").format(field=product_field_name(field))
        products = tuple(product if old.id == product.id else old for old in self.store.plan.products)
        self._edit(title, products, typing=(product.id, field))

    def _fill_like(self, other: str) -> None:
        product = self.product
        if product is None or not other:
            return
        self.entry.forget()  # what is wrong in a field is filled in
        rule = self.store.rules.rule(other)
        filled = filled_like(product, rule)
        title = translate("RulesPage", "照着{name}填").format(name=rule.name)
        products = tuple(filled if old.id == product.id else old for old in self.store.plan.products)
        self._edit(title, products, typing=(product.id, "like"))  # going through the choices by keys is one step

    def _delete(self) -> None:
        product, plan = self.product, self.store.plan
        if product is None:
            return
        uses = uses_of(product.id, plan, self.store.rules)
        if uses:
            self.own.refuse_delete(uses)
            return
        place = plan.products.index(product)
        left = (*plan.products[:place], *plan.products[place + 1 :])
        self._chosen = left[min(place, len(left) - 1)].id if left else ""
        self._edit(translate("RulesPage", "删除产品"), left)
        self.list.take_focus()

    def _choose_version(self, place: int) -> None:
        self._versions[self._chosen] = place
        self._show()

    def _items(self) -> tuple[list[Item], list[Item]]:
        rules, own = self.store.rules, {product.id for product in self.store.plan.products}
        shipped = [Item(rule.id, str(rule.name), rule.brand) for rule in rules.ordered if rule.id not in own]
        if shipped_at(self.store.shipped_rules, Place(BILL)) is not None:  # else the rest goes on without it
            shipped.append(Item(BILL, translate("RulesPage", "花呗账单"), Brand.HUABEI))
        shipped.append(Item(LINES, translate("RulesPage", "LPR 和价格的线"), Brand.OTHER))
        shipped = [item._replace(changed=bool(changes_of(self.store.plan, item.key))) for item in shipped]
        return shipped, [Item(product.id, product.name, Brand.OTHER) for product in self.store.plan.products]

    def _show(self) -> None:
        shipped, own = self._items()
        names = {item.key: item.name for item in (*shipped, *own)}
        if self._chosen not in names:
            self._chosen = next(iter(names), "")
        self._title = names.get(self._chosen, "")
        self.list.show_products(shipped, own, self._chosen)
        self.stack.setCurrentWidget(self.own if self.product else self.rule)
        self.stack.setVisible(bool(names))
        if self.product is not None:
            self._show_own(self.product)
        else:
            self._show_rule()

    def _show_own(self, product: CustomProduct) -> None:
        self.own.show_product(product, uses_of(product.id, self.store.plan, self.store.rules))
        self.own.form.offer_like((rule.id, str(rule.name)) for rule in self.store.shipped_rules.ordered)
        self.entry.show(missing(product))
        reason = translate("RulesPage", "你自己的产品：存在计划里，填借款时和自带的产品一样能选。")
        self.headline.say(own_sentence(product), reason)

    def _show_rule(self) -> None:
        store, place = self.store, self.place
        shipped, now = shipped_at(store.shipped_rules, place), rule_at(store.rules, place)
        if shipped is None or now is None:
            return
        other, words = place != self._shown, rule_words(shipped, now)
        if words != self._words or other:
            chosen = "" if other else self.rule.chosen_path
            self._words, self._shown = words, place
            with QSignalBlocker(self.rule):  # its card is shown below, and a form that is open stays
                self.rule.show_rule(words, chosen)
        product = shipped if isinstance(shipped, ProductRule) else None
        changed = changes_of(store.plan, place.rule)
        self.rule.show_versions(product, store.shipped_rules)
        self.rule.offer(self._offered(shipped), changed=bool(changed))
        self.rule.notice.say("")
        self.changing.show(place, anew=other)
        span = in_force(product, store.shipped_rules) if product else ""
        idle = idle_changes(store.plan, store.rules)
        working = changed - sum(each.rule == place.rule for each in idle)
        reason = joined(checked_sentence(shipped, span, words), changes_sentence(working))
        self.headline.say(answer_sentence(now), reason, idle_sentence(idle, store.rules))

    def _look(self) -> None:
        self.changing.show(self.place, anew=True)

    def _offered(self, shipped: AnyRule) -> str:
        """Return what a figure more is called that a rule can have; empty where it can have none."""
        if isinstance(shipped, Regulation):
            return translate("OwnRules", "加一个 LPR…")
        fees = isinstance(shipped, ProductRule) and shipped.fee is not None and shipped.fee.by_periods is not None
        return translate("OwnRules", "加一个期数的费率…") if fees else ""

    def _add_figure(self) -> None:
        self.changing.begin_new(NEW_RATE if self.place.rule == LINES else NEW_FEE)

    def _reset_all(self) -> None:
        title = translate("OwnRules", "全部改回自带的：{name}").format(name=self._title)
        self.store.edit(title, without_changes(self.store.plan, self._chosen))
        self.rule.table.setFocus()

"""规则: what the program knows of each product and whose word it is, and the products of the user's own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from PySide6.QtWidgets import QStackedWidget

from jiebei_desktop.files.tables import Table
from jiebei_desktop.planning.custom import new_product
from jiebei_desktop.planning.document import CustomProduct
from jiebei_desktop.planning.entry import Field
from jiebei_desktop.planning.rule_words import (
    FigureWords,
    bill_sentence,
    in_force,
    own_sentence,
    rule_sentence,
    rule_words,
    uses_of,
    version_sentence,
    view_words,
)
from jiebei_desktop.planning.why import confidence_name, source_name
from jiebei_desktop.products import Brand, ProductRule
from jiebei_desktop.products.bill import BillRule, shipped_bill_rule
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.entry import Entry
from jiebei_desktop.ui.pages.base import Export, Page
from jiebei_desktop.ui.product_form import ProductView, product_field_name
from jiebei_desktop.ui.product_list import Item, ProductList
from jiebei_desktop.ui.rule_view import RuleView
from jiebei_desktop.ui.store import Change, Store
from jiebei_desktop.ui.widgets.basics import row
from jiebei_desktop.values import ProblemError

_BILL = "bill:huabei"  # no product's id has a colon


class RulesPage(Page):
    """The rules that ship, each figure with its sources, and a form for each product of the user's own."""

    name = "rules"

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._chosen = ""
        self._versions: dict[str, int] = {}
        self._words: tuple[FigureWords, ...] = ()
        self._title = ""
        self._bill = _bill()
        self.list = ProductList()
        self.list.chosen.connect(self.choose)
        self.list.add.clicked.connect(self.add_product)
        self.list.show_products(*self._items(), "")  # first of all, so that Tab comes here first
        self.rule = RuleView()
        self.rule.version_chosen.connect(self._choose_version)
        self.own = ProductView()
        self.own.form.delete.clicked.connect(self._delete)
        self.entry = Entry(self.own.form.fields, self._read, self._commit, store.end_typing, lambda: store.rules)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.rule)
        self.stack.addWidget(self.own)
        sides = row(spacing=design.INSET)
        sides.addWidget(self.list)
        sides.addWidget(self.stack, 1)
        self.body.addLayout(sides, 1)

    @property
    def product(self) -> CustomProduct | None:
        """Return the product of the user's own that is on screen, if it is one."""
        return next((product for product in self.store.plan.products if product.id == self._chosen), None)

    def add_product(self) -> None:
        """Add a product of the user's own and put the cursor into its name."""
        taken = {product.name for product in self.store.plan.products}
        name = translate("RulesPage", "我的产品")
        numbered = (f"{name} {number}" if number > 1 else name for number in count(1))
        product = new_product(next(free for free in numbered if free not in taken))
        self._chosen = product.id
        self._edit(translate("RulesPage", "添加产品"), (*self.store.plan.products, product))
        self.own.form.begin()

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
        elif before.products == after.products and not self._uses_changed(change):
            return
        touched = [product.id for product in after.products if product not in before.products]
        if touched and not change.typed:
            self._chosen = touched[0]
        self._show()

    def can_export(self) -> bool:
        """Tell whether there is a rule on screen."""
        return bool(self._chosen)

    def export(self) -> Export | None:
        """Return the figures of the rule on screen."""
        words = rule_words(self.store.rules.rule(self._chosen)) if self.product else self._words
        if not words:
            return None
        return Export(translate("RulesPage", "{name} 规则").format(name=self._title), _table(words))

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
        if self._bill is not None:
            shipped.append(Item(_BILL, translate("RulesPage", "花呗账单"), Brand.HUABEI))
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
        elif self._chosen == _BILL and self._bill is not None:
            self._show_words(rule_words(self._bill))
            self.rule.show_versions(None, self.store.rules)
            self.headline.say(bill_sentence(self._bill), version_sentence(self._bill.version, "", self._words))
        elif self._chosen:
            self._show_rule()
        else:
            self.headline.say(translate("RulesPage", "一个产品规则也读不了；可以添加自己的产品。"), "")

    def _show_own(self, product: CustomProduct) -> None:
        self.own.show_product(product, uses_of(product.id, self.store.plan, self.store.rules))
        self.entry.show({})
        reason = translate("RulesPage", "你自己的产品：存在计划里，填借款时和自带的产品一样能选。")
        self.headline.say(own_sentence(product), reason)

    def _show_rule(self) -> None:
        rules = self.store.rules
        versions = rules.versions[self._chosen]
        rule: ProductRule = versions[self._versions.get(self._chosen, len(versions) - 1)]
        self._show_words(rule_words(rule))
        self.rule.show_versions(rule, rules)
        self.headline.say(rule_sentence(rule), version_sentence(rule.version, in_force(rule, rules), self._words))

    def _show_words(self, words: tuple[FigureWords, ...]) -> None:
        if words != self._words:
            self._words = words
            self.rule.show_rule(words)


def _bill() -> BillRule | None:
    try:
        return shipped_bill_rule()
    except ProblemError:
        return None  # the rest of the page goes on without it


def _table(words: Sequence[FigureWords]) -> Table:
    header = (
        translate("RulesPage", "名称"),
        translate("RulesPage", "规则怎么写"),
        translate("RulesPage", "可靠程度"),
        translate("RulesPage", "来源"),
        translate("RulesPage", "另一种说法"),
    )
    rows = []
    for found in words:
        figure = found.figure
        sources = "\n".join(f"{source_name(source)} {source.address}".strip() for source in figure.sources)
        sure = confidence_name(figure.confidence) if figure.confidence else ""
        rows.append((figure.name, figure.value, sure, sources, "\n".join(map(view_words, found.views))))
    return Table(header, tuple(rows))

"""A product of the user's own on screen: its form, what it is used by, and why it can't always be deleted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea

from jiebei_desktop.planning.custom import kind_names
from jiebei_desktop.planning.document import CustomProduct
from jiebei_desktop.planning.entry import Field
from jiebei_desktop.planning.wording import method_name
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.offer_fields import RateField, RatePerField, field_name
from jiebei_desktop.ui.widgets.basics import Card, Notice, column, fill_area, label, row
from jiebei_desktop.ui.widgets.fields import ChoiceField, FormField, NumberChoiceField, TextField, fill
from jiebei_desktop.values import Method

_USUAL_PERIODS = (3, 6, 12, 24, 36)


def product_field_name(field: Field) -> str:
    """Return what a field of a product is called, in its form and in the names of undo steps."""
    return translate("RulesPage", "名字") if field is Field.NAME else field_name(field)


class ProductForm(Card):
    """The fields of a product of the user's own."""

    def __init__(self) -> None:
        super().__init__()
        self.name = NumberChoiceField(product_field_name(Field.NAME))  # one of a few, or typed
        fill(self.name.box, ((kind, kind) for kind in kind_names()))
        self.like = ChoiceField(translate("RulesPage", "照着一个产品填"))
        self.method = ChoiceField(field_name(Field.METHOD))
        self.method.set_choices((method.value, method_name(method)) for method in Method)
        self.periods = NumberChoiceField(field_name(Field.PERIODS), translate("Fields", "期"))
        self.periods.set_choices(_USUAL_PERIODS)
        self.rate = RateField()
        self.fee_rate = TextField(field_name(Field.FEE_RATE), translate("Fields", "% 本金"))
        self.penalty_rate = TextField(field_name(Field.PENALTY_RATE), translate("Fields", "% 每天"))
        self.fields: dict[Field, FormField] = {
            Field.NAME: self.name,
            Field.METHOD: self.method,
            Field.PERIODS: self.periods,
            Field.RATE: self.rate,
            Field.RATE_PER: RatePerField(self.rate),
            Field.FEE_RATE: self.fee_rate,
            Field.PENALTY_RATE: self.penalty_rate,
        }
        self.delete = QPushButton(translate("RulesPage", "删除这个产品"))
        self.body.addWidget(self.name)
        self.body.addWidget(self.like)
        for field in list(self.fields.values())[1:]:
            self.body.addWidget(field)
        self.fields[Field.RATE_PER].hide()
        self.body.addSpacing(design.GRID)
        self.body.addWidget(self.delete)
        self.setFixedWidth(design.FORM_WIDTH)

    def offer_like(self, products: Iterable[tuple[str, str]]) -> None:
        """Offer products to begin with, by id and name; none of them is chosen, unless the user is choosing."""
        fill(self.like.box, (("", translate("RulesPage", "不照着填")), *products))
        if not self.like.has_focus():
            self.like.set_text("")

    def begin(self) -> None:
        """Put the cursor into the name, with what is there chosen, to be typed over."""
        self.name.box.setFocus(Qt.FocusReason.TabFocusReason)
        line = self.name.box.lineEdit()
        if line is not None:
            line.selectAll()

    def fit(self, product: CustomProduct) -> None:
        """Show the price that the product charges."""
        flat = product.method is Method.FLAT_FEE
        self.rate.setVisible(not flat)
        self.fee_rate.setVisible(flat)


class ProductView(QScrollArea):
    """The form of a product, and beside it what there is to know about it."""

    def __init__(self) -> None:
        super().__init__()
        self.form = ProductForm()
        self.notice = Notice()
        about = Card(translate("RulesPage", "这些数字是谁说的"))
        about.body.addWidget(label(translate("RulesPage", "是你自己填的，来源就是你；程序不替它找出处。"), wrap=True))
        used = Card(translate("RulesPage", "用在哪里"))
        self.uses = label(wrap=True)
        used.body.addWidget(self.uses)
        beside = column(spacing=design.INSET)
        for part in (self.notice, about, used):
            beside.addWidget(part)
        beside.addStretch(1)
        layout = row(spacing=design.INSET)
        layout.addWidget(self.form, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(beside, 1)
        layout.setContentsMargins(0, 0, design.INSET, 0)  # the scroll bar's room
        fill_area(self, layout)

    def show_product(self, product: CustomProduct, uses: Sequence[str]) -> None:
        """Show a product and what uses it; what was said about deleting another is said no more."""
        self.form.fit(product)
        self.notice.say("")
        listed = "\n".join(uses)
        text = translate(
            "RulesPage", "{uses}\n\n改了这里，这些借款的金额、利率和期数照旧；怎么数天数、逾期多收多少跟着这里走。"
        )
        unused = translate("RulesPage", "还没有用到。在“借款”里选产品时，它排在最后。")
        self.uses.setText(text.format(uses=listed) if uses else unused)

    def refuse_delete(self, uses: Sequence[str]) -> None:
        """Say why the product can't be deleted now."""
        text = translate("RulesPage", "现在不能删：{uses} 在用它。先把那里换成别的产品，或者删掉那笔借款。")
        self.notice.say(text.format(uses=translate("RulesPage", "、").join(uses)))

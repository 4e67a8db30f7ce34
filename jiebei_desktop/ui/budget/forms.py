"""The forms of the budget: an entry, an account, and what holds for the whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea

from jiebei_desktop.planning.budget.household import Account, Budget, Entry, EntryKind, Repeat, Shift
from jiebei_desktop.planning.budget.words import kind_name, repeat_name, shift_name
from jiebei_desktop.planning.entry import NO, YES, Field
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.basics import Card, column, fill_area
from jiebei_desktop.ui.widgets.fields import (
    ChoiceField,
    DateField,
    FormField,
    NumberChoiceField,
    TextField,
    fill,
    narrow,
)

_COUNTED = {Repeat.DAYS, Repeat.WEEKS, Repeat.MONTHS}


def budget_field_name(field: Field) -> str:
    """Return what a field of the budget is called, in its form and in the names of undo steps."""
    return {
        Field.NAME: translate("Budget", "名字（可不填）"),
        Field.KIND: translate("Budget", "类型"),
        Field.AMOUNT: translate("Budget", "每次多少"),
        Field.REPEAT: translate("Budget", "多久一次"),
        Field.EVERY: translate("Budget", "每几次周期"),
        Field.DAY: translate("Budget", "每月几日"),
        Field.START: translate("Budget", "从哪天起"),
        Field.END: translate("Budget", "到哪天止（可不填）"),
        Field.SHIFT: translate("Budget", "遇到休息日"),
        Field.GROWTH: translate("Budget", "每年涨（可不填）"),
        Field.SEASONS: translate("Budget", "淡旺季：12 个月各百分之几（可不填）"),
        Field.CATEGORY: translate("Budget", "类别（可不填）"),
        Field.ACCOUNT: translate("Budget", "账户"),
        Field.TO_ACCOUNT: translate("Budget", "转到"),
        Field.SPREAD: translate("Budget", "上下可能差（可不填）"),
        Field.BY_HUABEI: translate("Budget", "怎么付"),
        Field.BALANCE: translate("Budget", "现在有多少"),
        Field.COUNTS: translate("Budget", "能用来还款吗"),
        Field.CUSHION: translate("Budget", "任何时候至少留"),
        Field.TIGHT: translate("Budget", "还款占收入超过多少算偏紧"),
        Field.HEAVY: translate("Budget", "超过多少算太重"),
        Field.STATEMENT_DAY: translate("Budget", "花呗每月几日出账"),
        Field.DUE_DAY: translate("Budget", "花呗每月几日还"),
        Field.JIEBEI_LIMIT: translate("Budget", "借呗总额度（可不填）"),
        Field.HUABEI_LIMIT: translate("Budget", "花呗总额度（可不填）"),
    }[field]


def categories() -> Sequence[str]:
    """Return what spending and income are usually for."""
    return (
        translate("Budget", "工资"),
        translate("Budget", "营业收入"),
        translate("Budget", "房租"),
        translate("Budget", "吃饭"),
        translate("Budget", "交通"),
        translate("Budget", "水电话费"),
        translate("Budget", "孩子"),
        translate("Budget", "老人"),
        translate("Budget", "看病"),
        translate("Budget", "购物"),
        translate("Budget", "进货"),
    )


class _Form(QScrollArea):
    """Fields one under the other, with a button that takes away what they edit."""

    def __init__(self, fields: dict[Field, FormField], remove: str = "") -> None:
        super().__init__()
        self.fields = fields
        self.remove = QPushButton(remove)
        card = Card()
        self._layout = card.body
        for field in fields.values():
            card.body.addWidget(field)
        if remove:
            card.body.addWidget(self.remove)
        else:
            self.remove.setParent(self)
            self.remove.hide()
        whole = column()
        whole.addWidget(card)
        whole.addStretch(1)
        whole.setContentsMargins(0, 0, design.GRID, 0)
        fill_area(self, whole)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


class EntryForm(_Form):
    """The fields of one entry."""

    def __init__(self) -> None:
        yuan, percent = translate("Fields", "元"), "%"
        self.kind = ChoiceField(budget_field_name(Field.KIND))
        self.repeat = ChoiceField(budget_field_name(Field.REPEAT))
        self.repeat.set_choices((repeat.value, repeat_name(repeat)) for repeat in Repeat)
        self.shift = ChoiceField(budget_field_name(Field.SHIFT))
        self.shift.set_choices((shift.value, shift_name(shift)) for shift in Shift)
        self.category = NumberChoiceField(budget_field_name(Field.CATEGORY))
        fill(self.category.box, ((name, name) for name in categories()))
        self.account = ChoiceField(budget_field_name(Field.ACCOUNT))
        self.to_account = ChoiceField(budget_field_name(Field.TO_ACCOUNT))
        self.by_huabei = ChoiceField(budget_field_name(Field.BY_HUABEI))
        self.by_huabei.set_choices(
            (
                (NO, translate("Budget", "当天付")),
                (YES, translate("Budget", "用花呗付，下月账单还")),
            )
        )
        for field in (self.kind, self.repeat, self.shift, self.account, self.to_account, self.by_huabei):
            narrow(field.box)
        self.every = TextField(budget_field_name(Field.EVERY))
        self.day = TextField(budget_field_name(Field.DAY), translate("Fields", "日"))
        super().__init__(
            {
                Field.KIND: self.kind,
                Field.NAME: TextField(budget_field_name(Field.NAME)),
                Field.AMOUNT: TextField(budget_field_name(Field.AMOUNT), yuan),
                Field.REPEAT: self.repeat,
                Field.EVERY: self.every,
                Field.DAY: self.day,
                Field.START: DateField(budget_field_name(Field.START)),
                Field.END: DateField(budget_field_name(Field.END)),
                Field.BY_HUABEI: self.by_huabei,
                Field.SHIFT: self.shift,
                Field.CATEGORY: self.category,
                Field.ACCOUNT: self.account,
                Field.TO_ACCOUNT: self.to_account,
                Field.GROWTH: TextField(budget_field_name(Field.GROWTH), percent),
                Field.SEASONS: TextField(budget_field_name(Field.SEASONS)),
                Field.SPREAD: TextField(budget_field_name(Field.SPREAD), percent),
            },
            translate("Budget", "删除这一项"),
        )

    def fit(self, entry: Entry, budget: Budget) -> None:
        """Show the fields that this entry needs."""
        # A transfer needs a second account from the start: it has a button of its own.
        kinds = [kind for kind in EntryKind if kind is not EntryKind.TRANSFER or entry.kind is kind]
        self.kind.set_choices((kind.value, kind_name(kind)) for kind in kinds)
        accounts = [(account.id, account_label(account, budget)) for account in budget.accounts]
        self.account.set_choices([("", translate("Budget", "第一个账户")), *accounts])
        nowhere = [] if entry.kind is EntryKind.TRANSFER else [("", translate("Budget", "不算在账户里"))]
        self.to_account.set_choices([*nowhere, *accounts])
        self.account.setVisible(len(accounts) > 1)
        self.to_account.setVisible(entry.kind in {EntryKind.SAVING, EntryKind.TRANSFER} and bool(accounts))
        self.by_huabei.setVisible(entry.kind is EntryKind.SPENDING)
        self.every.setVisible(entry.repeat in _COUNTED)
        self.day.setVisible(entry.repeat is Repeat.MONTHS)
        self.shift.setVisible(entry.repeat not in {Repeat.LAST_WORKDAY, Repeat.WORKDAYS})
        unit = {
            Repeat.DAYS: translate("Budget", "每几天一次"),
            Repeat.WEEKS: translate("Budget", "每几周一次"),
            Repeat.MONTHS: translate("Budget", "每几个月一次"),
        }
        self.every.title.setText(unit.get(entry.repeat, ""))


class AccountForm(_Form):
    """The fields of one account."""

    def __init__(self) -> None:
        self.counts = ChoiceField(budget_field_name(Field.COUNTS))
        narrow(self.counts.box)
        self.counts.set_choices(
            (
                (YES, translate("Budget", "能，算在里面")),
                (NO, translate("Budget", "不能，是留着的钱")),
            )
        )
        super().__init__(
            {
                Field.NAME: TextField(budget_field_name(Field.NAME)),
                Field.BALANCE: TextField(budget_field_name(Field.BALANCE), translate("Fields", "元")),
                Field.COUNTS: self.counts,
            },
            translate("Budget", "删除这个账户"),
        )


class WholeForm(_Form):
    """The fields that hold for the whole budget."""

    def __init__(self) -> None:
        yuan, day = translate("Fields", "元"), translate("Fields", "日")
        super().__init__(
            {
                Field.CUSHION: TextField(budget_field_name(Field.CUSHION), yuan),
                Field.TIGHT: TextField(budget_field_name(Field.TIGHT), "%"),
                Field.HEAVY: TextField(budget_field_name(Field.HEAVY), "%"),
                Field.STATEMENT_DAY: TextField(budget_field_name(Field.STATEMENT_DAY), day),
                Field.DUE_DAY: TextField(budget_field_name(Field.DUE_DAY), day),
                Field.JIEBEI_LIMIT: TextField(budget_field_name(Field.JIEBEI_LIMIT), yuan),
                Field.HUABEI_LIMIT: TextField(budget_field_name(Field.HUABEI_LIMIT), yuan),
            }
        )


def account_label(account: Account, budget: Budget) -> str:
    """Return what an account is called: by the user, else by its place."""
    place = next((place for place, each in enumerate(budget.accounts, start=1) if each.id == account.id), 0)
    return account.name.strip() or translate("Budget", "账户 {place}").format(place=place)

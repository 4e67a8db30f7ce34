"""The forms of the stress test: what could go wrong, how futures are drawn, how much of each remedy is tried."""

from __future__ import annotations

from collections.abc import Callable

from jiebei_desktop.planning.budget.household import Budget, EntryKind
from jiebei_desktop.planning.budget.words import brand_name, entry_label
from jiebei_desktop.planning.entry import NO, YES, Field
from jiebei_desktop.planning.offers import Document
from jiebei_desktop.planning.stress.settings import Shape, Shock, Stress
from jiebei_desktop.planning.stress.words import shape_name
from jiebei_desktop.products import Brand
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.part_form import PartForm
from jiebei_desktop.ui.store import Store
from jiebei_desktop.ui.widgets.fields import ChoiceField, DateField, FormField, TextField, narrow


def stress_field_name(field: Field) -> str:
    """Return what a field of the stress test is called, in its form and in the names of undo steps."""
    return {
        Field.ON: translate("StressPage", "算进“一起发生”"),
        Field.SHARE: translate("StressPage", "少多少"),
        Field.BEGIN: translate("StressPage", "几个月后开始"),
        Field.MONTHS: translate("StressPage", "持续几个月"),
        Field.ENTRY: translate("StressPage", "哪项收入"),
        Field.AMOUNT: translate("StressPage", "多少钱"),
        Field.DAY: translate("StressPage", "哪一天（可不填）"),
        Field.POINTS: translate("StressPage", "年利率升（降填负数）"),
        Field.BRAND: translate("StressPage", "哪一家"),
        Field.PATHS: translate("StressPage", "算多少种可能"),
        Field.SEED: translate("StressPage", "随机种子"),
        Field.SHAPE: translate("StressPage", "怎么波动"),
        Field.INCOME_SPREAD: translate("StressPage", "收入上下差"),
        Field.SPENDING_SPREAD: translate("StressPage", "开支上下差"),
        Field.JOB_LOSS: translate("StressPage", "每月断收入的可能"),
        Field.JOB_LOSS_MONTHS: translate("StressPage", "断几个月"),
        Field.COST_CHANCE: translate("StressPage", "每月有意外开销的可能"),
        Field.COST: translate("StressPage", "意外开销多少"),
        Field.CUSHION: translate("StressPage", "先多备多少钱"),
        Field.CUT: translate("StressPage", "开销省多少"),
    }[field]


_UNITS: dict[Field, Callable[[], str]] = {
    Field.SHARE: lambda: "%",
    Field.POINTS: lambda: "%",
    Field.INCOME_SPREAD: lambda: "%",
    Field.SPENDING_SPREAD: lambda: "%",
    Field.JOB_LOSS: lambda: "%",
    Field.COST_CHANCE: lambda: "%",
    Field.CUT: lambda: "%",
    Field.AMOUNT: lambda: translate("Fields", "元"),
    Field.COST: lambda: translate("Fields", "元"),
    Field.CUSHION: lambda: translate("Fields", "元"),
    Field.PATHS: lambda: translate("StressPage", "种"),
    Field.BEGIN: lambda: translate("StressPage", "个月"),
    Field.MONTHS: lambda: translate("StressPage", "个月"),
    Field.JOB_LOSS_MONTHS: lambda: translate("StressPage", "个月"),
}
SHOCK_FIELDS = {
    Shock.INCOME: (Field.SHARE, Field.BEGIN, Field.MONTHS, Field.ENTRY, Field.ON),
    Shock.JOB: (Field.BEGIN, Field.MONTHS, Field.ON),
    Shock.COST: (Field.AMOUNT, Field.DAY, Field.ON),
    Shock.RATE: (Field.POINTS, Field.DAY, Field.ON),
    Shock.LIMIT: (Field.BRAND, Field.DAY, Field.ON),
}
CHANCE_FIELDS = (
    Field.INCOME_SPREAD,
    Field.SPENDING_SPREAD,
    Field.SHAPE,
    Field.JOB_LOSS,
    Field.JOB_LOSS_MONTHS,
    Field.COST_CHANCE,
    Field.COST,
    Field.PATHS,
    Field.SEED,
)
HELP_FIELDS = (Field.CUSHION, Field.CUT)


class StressForm(PartForm[Document]):
    """The fields of one part of the stress test."""

    def __init__(self, store: Store, part: str, fields: tuple[Field, ...]) -> None:
        self._store, self._part = store, part
        super().__init__(
            store, {field: _made(field) for field in fields}, design.STRESS_FIELD, self._read, self._commit
        )

    def show_stress(self, budget: Budget) -> None:
        """Show the part as it is now."""
        entry = self.fields.get(Field.ENTRY)
        if isinstance(entry, ChoiceField):
            incomes = [(each.id, entry_label(each)) for each in budget.entries if each.kind is EntryKind.INCOME]
            entry.set_choices([("", translate("StressPage", "所有收入")), *incomes])
        self.entry.show({})

    def _read(self) -> tuple[object, Document]:
        return self._part, getattr(self._store.plan.stress, self._part)

    def _commit(self, field: Field, value: Document) -> None:
        title = translate("StressPage", "改压力测试：{field}").format(field=stress_field_name(field))
        stress = self._store.plan.stress.model_copy(update={self._part: value})
        take_over(self._store, title, stress, (self._part, field))


def take_over(store: Store, title: str, stress: Stress, typing: object = None) -> None:
    """Take over what the stress test is told."""
    store.edit(title, store.plan.model_copy(update={"stress": stress}), typing=typing)


def _made(field: Field) -> FormField:
    name = stress_field_name(field)
    if field is Field.DAY:
        return DateField(name)
    choices = _choices(field)
    if choices is not None:
        made = ChoiceField(name)
        if field is Field.ENTRY:  # somebody may have called it anything
            narrow(made.box)
        made.set_choices(choices)
        return made
    unit = _UNITS.get(field)
    return TextField(name, unit() if unit else "")


def _choices(field: Field) -> list[tuple[str, str]] | None:
    if field is Field.ON:
        return [(NO, translate("StressPage", "不算")), (YES, translate("StressPage", "算"))]
    if field is Field.ENTRY:
        return []
    if field is Field.BRAND:
        return [(brand.value, brand_name(brand)) for brand in (Brand.HUABEI, Brand.JIEBEI)]
    if field is Field.SHAPE:
        return [(shape.value, shape_name(shape)) for shape in Shape]
    return None

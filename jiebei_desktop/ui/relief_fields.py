"""The fields of a plan that is asked for, on the page of ways out and beside the letter."""

from __future__ import annotations

from jiebei_desktop.planning.entry import Field
from jiebei_desktop.text import translate
from jiebei_desktop.ui.offer_fields import RateField, RatePerField
from jiebei_desktop.ui.widgets.fields import FormField, TextField


def plan_fields() -> dict[Field, FormField]:
    """Return over how many periods and at which rate, by what it edits."""
    rate = RateField()
    rate.title.setText(translate("Ways", "协商的利率（不填：照旧）"))
    return {
        Field.PERIODS: TextField(translate("Ways", "协商分几期"), translate("Fields", "期")),
        Field.RATE: rate,
        Field.RATE_PER: RatePerField(rate),
    }

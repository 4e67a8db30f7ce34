"""The sample plan: 12,000 yuan in 5 instalments at about 15 % a year, with an instalment that can't be right."""

from __future__ import annotations

from jiebei_desktop.files.plan_file import SUFFIX, load_plan
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.resources import resource
from jiebei_desktop.text import translate


def sample_plan() -> Plan:
    """Return the sample plan, named in the language in use."""
    plan = load_plan(resource("samples", f"seed{SUFFIX}"))
    return plan.model_copy(update={"name": translate("Sample", "示例：12,000 元分 5 期")})

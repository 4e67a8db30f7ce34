"""What is said of the best way where it is not proven: what could still be saved, or that nothing was found."""

from decimal import Decimal

from jiebei_desktop.planning.payoff.answers import payoff_reason
from jiebei_desktop.planning.payoff.plan import Found, question, searched, simple_rules
from tests.conftest import TODAY
from tests.files.small_plan import small_plan


def test_what_could_still_be_saved_is_said_only_where_it_is_a_fen_or_more(rules):
    plan = small_plan()
    asked = question(plan, rules, TODAY)
    found = searched(asked, Found(tuple(simple_rules(asked))), plan, rules, TODAY, lambda _: True)
    result = found.result

    def said(bound: Decimal, gap: str) -> str:
        open_to = result._replace(proven=False, bound=bound, gap=Decimal(gap))
        return payoff_reason(asked, found._replace(result=open_to))

    best = result.best.cost
    assert "还没证明是最省的：最多还能省 0.01 元（0.01%）。" in said(best - Decimal("0.01"), "0.0001")
    assert "没有找到更省的还法。" in said(best, "0")
    assert "0.00 元" not in said(best, "0")

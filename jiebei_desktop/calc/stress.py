"""The kind `stress`: a household when something goes wrong, how likely it is to be late, and what would help."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, TypeVar

from pydantic import BaseModel

from jiebei_desktop.calc.asking import Rules, known, object_given, only, under
from jiebei_desktop.calc.budget import ASKED, PARTS, basis_read, outlook_written, payable_written
from jiebei_desktop.money import plain
from jiebei_desktop.planning.budget.outlook import Basis, Outlook
from jiebei_desktop.planning.document import Relief
from jiebei_desktop.planning.stress.scenarios import Stressed, earners, stressed
from jiebei_desktop.planning.stress.settings import Chance, Help, Shock, Stress
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError, checked

if TYPE_CHECKING:
    from jiebei_desktop.planning.stress.chance import Chances
    from jiebei_desktop.planning.stress.remedies import Remedied

M = TypeVar("M", bound=BaseModel)
_RELIEF: Final = ("periods", "rate", "rate_per", "first_due_date", "arrears")
_SHARE_PLACES: Final = 6


def answer_stress(request: Mapping[str, Any], rules: Rules) -> dict[str, Any]:
    """Answer with the months ahead as they are and under shocks, the chance of being late, and remedies."""
    only(request, *ASKED, *PARTS, "scenario", "earners", "chance", "remedies")
    scenario, chance, remedies = (request.get(name) for name in ("scenario", "chance", "remedies"))
    if scenario is None and chance is None:
        raise ProblemError("scenario", translate("Calc", "scenario 和 chance 至少要有一个"))
    if remedies and chance is None:
        raise ProblemError("chance", translate("Calc", "要比较办法，就要有 chance"))
    base = basis_read(request, rules)
    stress = _stress(request, scenario, chance, remedies)
    earners(base, stress)  # a wrong one is refused whether or not it is used
    before = base.outlook()
    written: dict[str, Any] = {"base": outlook_written(before)}
    if scenario is not None:
        found = _in_scenario(base, stress, before)
        base = found.basis
        written["scenario"] = outlook_written(found.outlook) | {
            "late_cost": plain(found.late_cost),
            "extra_late_cost": plain(found.extra_late_cost),
            "new_short": [f"{month.first:%Y-%m}" for month in found.new_short],
        }
    if chance is not None:
        written |= _chance(base, stress, remedies, rules)
    return written


# --- reading ----------------------------------------------------------------------------------------------------------


def _stress(request: Mapping[str, Any], scenario: object, chance: object, remedies: object) -> Stress:
    """Read how the plan is tried; a shock that is named happens."""
    given: dict[str, Any] = {}
    shocks = under("scenario", lambda: object_given({} if scenario is None else scenario))
    for name, settings in shocks.items():
        if name not in set(Shock):
            raise ProblemError(f"scenario.{name}", translate("Values", "不认识这一项"))
        model = type(getattr(Stress(), name))
        given[name] = under(f"scenario.{name}", lambda model=model, it=settings: _read(model, it, "on"))  # type: ignore[misc]
        given[name] = given[name].model_copy(update={"on": True})
    if chance is not None:
        given["chance"] = under("chance", lambda: _read(Chance, chance))
    if isinstance(remedies, dict):
        helps = {name: value for name, value in remedies.items() if name != "relief"}
        given["help"] = under("remedies", lambda: _read(Help, helps))
    elif not isinstance(remedies, bool | None):
        raise ProblemError("remedies", translate("Values", "要填 true 或 false"))
    if request.get("earners") is not None:
        given["earners"] = request["earners"]
    return checked(Stress, given)


def _read(model: type[M], given: object, *closed: str) -> M:
    """Read settings, their keys all known and none `closed`."""
    found = object_given(given)
    known(found, model.model_fields.keys() - set(closed))
    return checked(model, found)


def _relief(remedies: object) -> Relief:
    """Read what would be asked for in a negotiated plan."""
    if not isinstance(remedies, dict) or remedies.get("relief") is None:
        return Relief()
    closed = [name for name in Relief.model_fields if name not in _RELIEF]
    return under("remedies.relief", lambda: _read(Relief, remedies["relief"], *closed))  # type: ignore[no-any-return]


def _in_scenario(base: Basis, stress: Stress, before: Outlook) -> Stressed:
    try:
        return stressed(base, stress, stress.chosen, before)
    except ProblemError as error:
        outside = error.problem.field.split(".")[0] == "earners"
        raise (error if outside else error.under("scenario")) from None


# --- writing ----------------------------------------------------------------------------------------------------------


def _chance(base: Basis, stress: Stress, remedies: object, rules: Rules) -> dict[str, Any]:
    from jiebei_desktop.planning.stress import chance, words  # noqa: PLC0415 - numpy comes with them
    from jiebei_desktop.planning.stress.futures import Costs  # noqa: PLC0415
    from jiebei_desktop.planning.stress.remedies import remedied  # noqa: PLC0415

    relief = _relief(remedies)
    costs = Costs()
    nothing = chance.run(base, stress, costs=costs)
    assert nothing is not None  # noqa: S101 - nobody stops it
    sentences = [words.headline(nothing), words.reason(nothing), words.certainty(nothing)]
    written: dict[str, Any] = {"chance": _chances(nothing) | {"sentences": sentences}}
    if remedies:
        found = remedied(base, stress, relief, rules(), nothing, costs=costs)
        assert found is not None  # noqa: S101 - nobody stops it
        written["remedies"] = [_remedy(each, words.remedy_sentence(each, nothing, stress)) for each in found]
    return written


def _chances(found: Chances) -> dict[str, Any]:
    first = found.first
    return {
        "paths": found.paths,
        "seed": found.seed,
        "late": _share(found.late),
        "late_error": _share(found.error),
        "expected_cost": plain(found.expected),
        "worst_cost": plain(found.worst),
        "lowest": _levels(found.lowest),
        "first": None if first is None else payable_written(first.payable) | {"share": _share(first.share)},
        "months": [
            {
                "month": f"{month.first:%Y-%m}",
                "end": _levels(month.ends),
                "low": _levels(month.lows),
                "straight": _levels(month.straight),
                "late": _share(month.late),
            }
            for month in found.months
        ],
    }


def _remedy(found: Remedied, sentence: str) -> dict[str, Any]:
    written: dict[str, Any] = {"remedy": found.remedy.value, "sentence": sentence}
    if found.chances is None:
        return written | {"problem": found.problem}
    written |= {
        "late": _share(found.chances.late),
        "expected_cost": plain(found.chances.expected),
        "worst_cost": plain(found.chances.worst),
        "lowest": plain(found.chances.median_lowest),
        "extra": plain(found.extra),
    }
    changed = found.changed
    if changed is not None and changed.owed is not None and changed.plan is not None:
        plan = changed.plan
        written["plan"] = {"loan": changed.owed.name, "date": plan.date.isoformat(), "periods": plan.periods}
    return written


def _levels(found: tuple[Decimal, ...]) -> dict[str, str]:
    from jiebei_desktop.planning.stress.chance import LEVELS  # noqa: PLC0415 - loaded by now

    return {str(level): plain(amount) for level, amount in zip(LEVELS, found, strict=True)}


def _share(share: Decimal) -> str:
    return plain(share, _SHARE_PLACES)

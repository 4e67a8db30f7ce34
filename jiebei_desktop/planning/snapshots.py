"""States of a plan that the user keeps by name, within the plan itself."""

from __future__ import annotations

from datetime import date

from jiebei_desktop.planning.document import MOST_SNAPSHOTS, Plan, Snapshot
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError, checked


def with_snapshot(plan: Plan, name: str, today: date) -> Plan:
    """Return the plan with its state now kept under a name, the newest first.

    Raises:
        ProblemError: the name is empty, too long or taken, or there are too many.
    """
    content = without_snapshots(plan).model_dump(mode="json")
    snapshot = checked(Snapshot, {"name": name, "made": today, "content": content})
    if any(kept.name == snapshot.name for kept in plan.snapshots):
        raise ProblemError("name", translate("Snapshots", "已经有一个叫这个名字的快照"))
    if len(plan.snapshots) >= MOST_SNAPSHOTS:
        raise ProblemError("name", translate("Snapshots", "最多 {most} 个快照").format(most=MOST_SNAPSHOTS))
    return plan.model_copy(update={"snapshots": (snapshot, *plan.snapshots)})


def without_snapshot(plan: Plan, name: str) -> Plan:
    """Return the plan without the snapshot of this name."""
    return plan.model_copy(update={"snapshots": tuple(kept for kept in plan.snapshots if kept.name != name)})


def without_snapshots(plan: Plan) -> Plan:
    """Return the plan as a snapshot holds it."""
    return plan.model_copy(update={"snapshots": ()})


def gone_back(plan: Plan, earlier: Plan) -> Plan:
    """Return an earlier state with the snapshots that the plan has now, so that going back loses none."""
    return earlier.model_copy(update={"snapshots": plan.snapshots})

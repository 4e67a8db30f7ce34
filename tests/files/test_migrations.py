"""The way from each version of the plan file to the next."""

import copy
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiebei_desktop.files.migrations import STEPS, migrated
from jiebei_desktop.files.plan_file import load_plan, plan_of
from jiebei_desktop.planning.document import SCHEMA_VERSION
from jiebei_desktop.planning.offers import BillOption, OfferOption
from tests.files.test_json_in import anything, objects

FOLDER = Path(__file__).parents[1] / "data" / "plans"
FIRST = json.loads((FOLDER / "first.jiehua").read_text(encoding="utf-8"))
names = st.sampled_from(["comparison", "scenarios", "options", "pay", "kind", "schema_version"])
near_plans = st.recursive(
    anything, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=4), max_leaves=12
)


def test_there_is_a_step_from_each_version_to_the_next():
    assert len(STEPS) == SCHEMA_VERSION - 1


def test_there_is_a_kept_plan_of_each_version():
    kept = [json.loads(path.read_text(encoding="utf-8")).get("schema_version") for path in FOLDER.glob("*.jiehua")]
    assert set(kept) - {None} == set(range(1, SCHEMA_VERSION + 1))


def test_step_1_to_2_lets_each_column_say_what_it_is():
    before = {
        "format": "jiehua-plan",
        "schema_version": 1,
        "name": "a",
        "comparison": {"amount": "1.00", "options": [{"product": "jiebei"}, {"pay": "full", "due_day": 9}], "base": 1},
        "scenarios": [
            {"name": "b", "comparison": {"options": [{"pay": "minimum"}]}},
            {"name": "c", "comparison": {"options": []}, "extra": 1},
        ],
        "other": {"comparison": {"options": [{}]}},
    }
    assert STEPS[0](before) == {
        "format": "jiehua-plan",
        "schema_version": 1,
        "name": "a",
        "comparison": {
            "amount": "1.00",
            "options": [{"kind": "offer", "product": "jiebei"}, {"kind": "bill", "pay": "full", "due_day": 9}],
            "base": 1,
        },
        "scenarios": [
            {"name": "b", "comparison": {"options": [{"kind": "bill", "pay": "minimum"}]}},
            {"name": "c", "comparison": {"options": []}, "extra": 1},
        ],
        "other": {"comparison": {"options": [{}]}},
    }


def test_step_1_to_2_leaves_a_kind_that_is_there():
    before = {"comparison": {"options": [{"kind": "later", "pay": "full"}]}}
    assert STEPS[0](before) == {"comparison": {"options": [{"kind": "later", "pay": "full"}]}}


@pytest.mark.parametrize(
    "part",
    [
        {},
        {"comparison": None},
        {"comparison": [1]},
        {"comparison": {}},
        {"comparison": {"options": {"pay": 1}}},
        {"comparison": {"options": [None, 5, "pay", ["pay"]]}},
        {"scenarios": {"comparison": {}}},
        {"scenarios": "comparison"},
        {"scenarios": [None, 5, "comparison", []]},
    ],
)
def test_step_1_to_2_leaves_alone_what_is_not_as_it_should_be(part):
    assert migrated(part, 1) == {**part, "schema_version": SCHEMA_VERSION}


def test_a_scenario_without_a_comparison_stays_without_one():
    (scenario,) = migrated({"scenarios": [{"name": "a"}]}, 1)["scenarios"]
    assert scenario.get("comparison") is None


def test_step_2_to_3_changes_nothing_but_the_number():
    before = {"format": "jiehua-plan", "schema_version": 2, "name": "a", "later": [1, {"b": None}]}
    assert migrated(before, 2) == {**before, "schema_version": 3}


def test_a_plan_of_version_2_says_no_rule_otherwise():
    plan = load_plan(FOLDER / "schema-2.jiehua")
    assert (plan.rule_changes, plan.prime_rates) == ((), ())


def test_the_newest_version_is_left_as_it_is():
    data = {"comparison": {"options": [{"product": "jiebei"}]}, "schema_version": SCHEMA_VERSION}
    assert migrated(data, SCHEMA_VERSION) == data


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
@given(data=objects | st.dictionaries(names, near_plans))
def test_no_step_fails_or_changes_what_it_was_given(version, data):
    before = copy.deepcopy(data)
    made = migrated(data, version)
    assert data == before
    assert data.keys() <= made.keys()
    assert made.get("schema_version") == (data.get("schema_version") if version == SCHEMA_VERSION else SCHEMA_VERSION)


def test_a_plan_of_version_1_is_brought_to_the_newest():
    plan, version = plan_of(FIRST)
    assert version == 1
    assert plan.schema_version == 3
    assert [type(option) for option in plan.comparison.options] == [OfferOption, OfferOption]


def test_a_bill_of_version_1_is_still_a_bill():
    bill = {"pay": "full", "statement_day": 1, "due_day": 10}
    plan, _ = plan_of({**FIRST, "comparison": {**FIRST["comparison"], "options": [bill]}})
    assert [type(option) for option in plan.comparison.options] == [BillOption]


def test_a_snapshot_of_version_1_is_opened():
    plan = load_plan(FOLDER / "schema-2.jiehua")
    today, old = plan.snapshots
    assert (today.content["schema_version"], old.content["schema_version"]) == (2, 1)
    assert plan_of(today.content)[0].comparison == plan.comparison
    found, version = plan_of(old.content)
    assert version == 1
    assert found == load_plan(FOLDER / "0.1.0.jiehua")

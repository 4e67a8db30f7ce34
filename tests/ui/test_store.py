"""The one change pipeline, against a plain list of plans."""

import subprocess
import sys

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from PySide6.QtWidgets import QApplication

from jiebei_desktop.planning.entry import new_plan
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.ui.store import Store
from tests.conftest import TODAY


class StoreAgainstList(RuleBasedStateMachine):
    """Edits, undo, redo and the end of typing, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.app = QApplication.instance() or QApplication([])
        rules = shipped_rules()
        self.store = Store(new_plan("0", rules, TODAY), rules, lambda: TODAY)
        self.heard = []
        self.store.changed.connect(self.heard.append)
        self.plans = [self.store.plan]
        self.place = 0
        self.typing = None
        self.saved = 0

    def renamed(self, name: str):
        return self.store.plan.model_copy(update={"name": name})

    @rule(name=st.text(max_size=3))
    def edit(self, name):
        plan = self.renamed(name)
        self.store.edit("改名", plan)
        if plan != self.plans[self.place]:
            self.plans[self.place + 1 :] = [plan]
            self.place += 1
            self.saved = self.saved if self.saved < self.place else -1
            self.typing = None

    @rule(name=st.text(max_size=3), field=st.sampled_from("ab"))
    def type(self, name, field):
        plan = self.renamed(name)
        before = self.plans[self.place]
        self.store.edit("改名", plan, typing=field)
        if plan == before:
            return
        merges = self.typing == field and self.place == len(self.plans) - 1 and self.place != self.saved
        if merges and plan == self.plans[self.place - 1]:
            del self.plans[self.place :]
            self.place -= 1
            self.typing = None
        elif merges:
            self.plans[self.place] = plan
        else:
            self.plans[self.place + 1 :] = [plan]
            self.place += 1
            self.saved = self.saved if self.saved < self.place else -1
            self.typing = field

    @rule()
    def end_typing(self):
        self.store.end_typing()
        self.typing = None

    @rule()
    def undo(self):
        self.store.undo_stack.undo()
        self.store.end_typing()
        self.typing = None
        self.place = max(self.place - 1, 0)

    @rule()
    def redo(self):
        self.store.undo_stack.redo()
        self.store.end_typing()
        self.typing = None
        self.place = min(self.place + 1, len(self.plans) - 1)

    @invariant()
    def the_store_has_the_list_s_plan(self):
        assert self.store.plan == self.plans[self.place]
        assert self.store.undo_stack.canUndo() is (self.place > 0)
        assert self.store.undo_stack.canRedo() is (self.place < len(self.plans) - 1)
        assert self.store.unsaved is (self.place != self.saved)
        if self.heard:
            assert self.heard[-1].after == self.store.plan


TestStoreAgainstList = StoreAgainstList.TestCase
TestStoreAgainstList.settings = settings(
    max_examples=60, stateful_step_count=30, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


RINGS = """
import gc
from datetime import date
from PySide6.QtWidgets import QApplication
from jiebei_desktop.planning.entry import new_plan
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.ui.store import Store

app, rules, day = QApplication([]), shipped_rules(), date(2026, 11, 24)
plan = new_plan("0", rules, day)


class Ring:
    def __init__(self):
        self.store = Store(plan, rules, lambda: day)
        self.heard = []
        self.store.changed.connect(self.heard.append)
        self.me = self
        for number in range(9):
            self.store.edit("改名", plan.model_copy(update={"name": str(number)}), typing=number // 3)
        self.store.undo_stack.undo()
        self.store.edit("改名", plan.model_copy(update={"name": "x"}))


for _ in range(20):
    rings = [Ring() for _ in range(20)]
    del rings
    gc.collect()
print("alive")
"""


def test_stores_that_only_the_collector_finds_go_without_taking_the_program_down():
    """Store, stack and steps hold one another through Qt; taken apart in the wrong order they ended in a crash."""
    done = subprocess.run([sys.executable, "-c", RINGS], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (0, "alive\n"), done.stderr

"""Keeping a plan against a list of plans: edits, saves, other writers and windows that are killed, in any order."""

import json
import shutil
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from jiebei_desktop.files.backups import backups_of
from jiebei_desktop.files.open_file import ChangedOnDiskError
from jiebei_desktop.files.plan_file import load_plan, plan_of, save_plan
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.planning.entry import new_plan
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.ui.keeper import Keeper
from jiebei_desktop.ui.standing import News
from jiebei_desktop.ui.store import Store
from tests.conftest import TODAY
from tests.ui.desks import holds

RULES = shipped_rules()
PLAN = new_plan("0", RULES, TODAY)
NAMES, AMOUNTS = st.sampled_from("ab"), st.integers(1001, 1002)


class State(NamedTuple):
    """What differs from plan to plan: two things that can be put together, and the same thing twice that can't."""

    name: str = "0"
    amount: int = 1000

    @property
    def plan(self) -> Plan:
        comparison = PLAN.comparison.model_copy(update={"amount": Decimal(self.amount)})
        return PLAN.model_copy(update={"name": self.name, "comparison": comparison})


def merged(base: State, mine: State, theirs: State) -> State | None:
    """Return both sides' changes; None where they changed the same thing differently."""
    parts = []
    for old, one, other in zip(base, mine, theirs, strict=True):
        if one != old and other not in (old, one):
            return None
        parts.append(one if one != old else other)
    return State(*parts)


class KeepingAgainstList(RuleBasedStateMachine):
    """One window at a time over one folder, and somebody else who writes to its files.

    The model: `states` are what can be gone back and forth to, `place` is where the plan is, `clean` the one that the
    file holds as far as the window knows (-1 for none), `base` what the file held when the edits began, `known` what
    the window takes to be in it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.app = QApplication.instance() or QApplication([])
        self.folder = Path(tempfile.mkdtemp())
        self.files: dict[Path, State] = {}
        self.path: Path | None = None
        self.states, self.place, self.clean = [State()], 0, 0
        self.base = State()
        self.known: State | None = None
        self.conflict = False
        self.typing: str | None = None
        self.start()

    def teardown(self) -> None:
        self.keeper.close(give_up=True)
        shutil.rmtree(self.folder)

    def start(self) -> None:
        """Begin like the program."""
        self.store = Store(State().plan, RULES, lambda: TODAY)
        self.keeper = Keeper(self.store, self.folder / "data")

    # --- what the user does -------------------------------------------------------------------------------------------

    @initialize(named=st.integers(0, 3))
    def begin(self, named):
        """Mostly with a file: without one there are no others."""
        if named:
            self.save_as("a.jiehua")

    @property
    def now(self) -> State:
        return self.states[self.place]

    def step(self, state: State, typing: str | None = None) -> None:
        self.states[self.place + 1 :] = [state]
        self.place += 1
        self.clean = self.clean if self.clean < self.place else -1
        self.typing = typing

    @rule(name=NAMES)
    def edit_the_name(self, name):
        self.edit(self.now._replace(name=name))

    @rule(amount=AMOUNTS)
    def edit_the_amount(self, amount):
        self.edit(self.now._replace(amount=amount))

    def edit(self, state: State) -> None:
        self.store.edit("改", state.plan)
        if state != self.now:
            self.step(state)

    @rule(name=NAMES)
    def type(self, name):
        state, before = self.now._replace(name=name), self.now
        self.store.edit("改名", state.plan, typing="name")
        if state == before:
            return
        merges = self.typing == "name" and self.place == len(self.states) - 1 and self.place != self.clean
        if merges and state == self.states[self.place - 1]:
            del self.states[self.place :]
            self.place -= 1
            self.typing = None
        elif merges:
            self.states[self.place] = state
        else:
            self.step(state, "name")

    @rule()
    def undo(self):
        self.store.undo_stack.undo()
        self.end_typing()
        self.place = max(self.place - 1, 0)

    @rule()
    def redo(self):
        self.store.undo_stack.redo()
        self.end_typing()
        self.place = min(self.place + 1, len(self.states) - 1)

    def end_typing(self) -> None:
        self.store.end_typing()
        self.typing = None

    @precondition(lambda self: self.path is not None)
    @rule(over=st.booleans())
    def save(self, over):
        """What others put there is asked about, and kept where the user writes over it."""
        theirs = self.files[self.path]
        if theirs != self.known and not over:
            try:
                self.keeper.save(self.path)
            except ChangedOnDiskError:
                return
            raise AssertionError("what others have saved was written over without asking")
        self.keeper.save(self.path, over=over)
        kept = [load_plan(backup.path) for backup in backups_of(self.keeper.backups, self.path)]
        assert kept[0] == self.now.plan
        assert theirs == self.known or theirs.plan in kept
        self.saved(self.path)

    @rule(name=st.sampled_from(["a.jiehua", "b.jiehua"]))
    def save_as(self, name):
        path = self.folder / name
        if path == self.path:
            return
        theirs = self.files.get(path)
        self.keeper.save(path)
        kept = [load_plan(backup.path) for backup in backups_of(self.keeper.backups, path)]
        assert theirs is None or theirs.plan in kept
        self.saved(path)

    def saved(self, path: Path) -> None:
        self.path, self.files[path] = path, self.now
        self.base = self.known = self.now
        self.clean, self.typing, self.conflict = self.place, None, False
        assert self.keeper.standing.news is None

    # --- what others do -----------------------------------------------------------------------------------------------

    @precondition(lambda self: self.path is not None)
    @rule(name=NAMES, amount=AMOUNTS, noticed=st.booleans())
    def others_save(self, name, amount, noticed):
        """Somebody else saves to the file, and the window notices, or not yet."""
        theirs = State(name, amount)
        save_plan(self.path, theirs.plan)
        self.files[self.path] = theirs
        if noticed:
            self.look()

    @precondition(lambda self: self.path is not None)
    @rule()
    def look(self):
        self.keeper.look_at_disk()
        theirs = self.files[self.path]
        if self.known is None:  # a conflict that another window began with: only the user can settle it
            return
        if theirs == self.known:
            self.conflict = False
            if self.place != self.clean and self.now == self.base:
                self.clean, self.typing = self.place, None
            return
        unsaved = self.place != self.clean
        both = merged(self.base, self.now, theirs) if unsaved else theirs
        if both is None:
            self.conflict, self.clean, self.typing = True, -1, None
            return
        self.took(theirs, both)
        assert self.keeper.standing.news is (News.MERGED if unsaved else News.RELOADED)

    @precondition(lambda self: self.conflict)
    @rule()
    def use_theirs(self):
        self.keeper.use_theirs()
        self.took(self.files[self.path], self.files[self.path])

    def took(self, theirs: State, both: State) -> None:
        if both != self.now:
            self.step(both)
        self.base = self.known = theirs
        self.clean = self.place if both == theirs else -1
        self.typing, self.conflict = None, False

    # --- windows that end ---------------------------------------------------------------------------------------------

    @rule()
    def end_and_open_again(self):
        """As a window that ends with the system: what is not saved is left to the next one."""
        self.keeper.close()
        self.begin_again()

    @rule()
    def be_killed(self):
        assert self.keeper.wait()
        for hold in holds(self.keeper):
            hold.let_go(take_away=False)
        delete(self.keeper)
        self.begin_again()

    def begin_again(self) -> None:
        unsaved, mine, base = self.place != self.clean, self.now, self.base
        self.start()
        self.keeper.find()
        draft = next(iter(self.keeper.others), None)
        assert (draft is not None) is unsaved
        assert not self.keeper.others[1:]
        recovered = draft is not None and self.keeper.recover(draft)
        theirs = self.files.get(self.path) if self.path is not None else None
        if not recovered and self.path is not None:
            self.keeper.open(self.path)
        self.conflict, self.typing = False, None
        if theirs is None:
            self.begun(base, mine if unsaved else base)
            if unsaved and mine == base:
                self.clean = -1
            assert recovered is unsaved
            return
        assert recovered is (unsaved and mine != theirs)
        self.base = self.known = theirs
        if not recovered:
            self.begun(theirs, theirs)
            return
        both = merged(base, mine, theirs)
        if both is None:
            self.begun(theirs, mine)
            self.base, self.known, self.conflict = base, None, True
        else:
            self.begun(theirs, both)

    def begun(self, first: State, now: State) -> None:
        self.states = [first] if first == now else [first, now]
        self.place, self.clean = len(self.states) - 1, 0

    # --- what holds all the while -------------------------------------------------------------------------------------

    @invariant()
    def the_store_has_the_list_s_plan(self):
        assert self.store.plan == self.now.plan
        assert self.store.path == self.path
        assert self.store.undo_stack.canUndo() is (self.place > 0)
        assert self.store.undo_stack.canRedo() is (self.place < len(self.states) - 1)
        assert self.keeper.standing.conflict is self.conflict
        assert not self.keeper.standing.read_only

    @invariant()
    def what_is_said_to_be_saved_is_in_the_file_as_far_as_it_was_looked_at(self):
        assert self.store.unsaved is (self.place != self.clean)
        if self.store.unsaved:
            return
        if self.path is None:
            assert self.now == State()
        elif self.files[self.path] == self.known:
            assert load_plan(self.path) == self.store.plan

    @invariant()
    def the_files_hold_what_was_saved(self):
        for path, state in self.files.items():
            assert load_plan(path) == state.plan

    @invariant()
    def the_plan_is_on_disk(self):
        """In the file or in a draft, unless there was never an edit, or others have just saved and nobody looked."""
        assert self.keeper.wait()
        drafts = [json.loads(path.read_bytes()) for path in (self.folder / "data" / "drafts").glob("*.draft")]
        if self.store.unsaved:
            assert [plan_of(draft["plan"])[0] for draft in drafts] == [self.now.plan]
            assert [plan_of(draft["base"])[0] for draft in drafts] == [self.base.plan]
        else:
            assert drafts == []


TestKeepingAgainstList = KeepingAgainstList.TestCase
TestKeepingAgainstList.settings = settings(
    max_examples=80, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)

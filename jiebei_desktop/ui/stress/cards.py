"""The cards of the page 压力测试: what each shock does, how likely it is to be late, and what would help."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QStackedWidget

from jiebei_desktop.money import HUNDRED, ZERO, grouped, percent
from jiebei_desktop.planning.stress.chance import LEVELS, Chances
from jiebei_desktop.planning.stress.remedies import Remedied
from jiebei_desktop.planning.stress.scenarios import Stressed
from jiebei_desktop.planning.stress.settings import Shock, Stress
from jiebei_desktop.planning.stress.whys import (
    chance_why,
    expected_why,
    fan_why,
    itself_why,
    late_month_why,
    late_shock_why,
    lowest_shock_why,
    median_why,
    short_why,
    worst_why,
)
from jiebei_desktop.planning.stress.words import (
    certainty,
    headline,
    remedy_name,
    remedy_sentence,
    share_words,
    shock_detail,
    shock_name,
    shock_sentence,
)
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.store import Store
from jiebei_desktop.ui.stress.forms import CHANCE_FIELDS, HELP_FIELDS, SHOCK_FIELDS, StressForm, take_over
from jiebei_desktop.ui.widgets.basics import Card, label, row
from jiebei_desktop.ui.widgets.chart_parts import Level
from jiebei_desktop.ui.widgets.fan import FanChart, FanPoint
from jiebei_desktop.ui.widgets.figure_model import Cell, Tone
from jiebei_desktop.ui.widgets.figures import FigureTable
from jiebei_desktop.ui.widgets.month_bars import BarStyle, MonthBar, MonthBars, Part
from jiebei_desktop.ui.widgets.picture_out import PictureCard

_NOTHING = "—"
_STEPS = 100
_SEED_STEP = 1


class ShocksCard(Card):
    """What each shock does by itself, and those that are chosen together."""

    def __init__(self, store: Store) -> None:
        super().__init__(translate("StressPage", "出了事会怎样"))
        self.table = FigureTable(translate("StressPage", "出了事会怎样"), whole=True)
        self.body.addWidget(self.table)
        self.said = label(wrap=True)
        self.body.addWidget(self.said)
        self.forms = {shock: StressForm(store, shock.value, fields) for shock, fields in SHOCK_FIELDS.items()}
        self.stack = QStackedWidget()
        for form in self.forms.values():
            self.stack.addWidget(form)
        self.body.addWidget(self.stack)
        self._found: Sequence[Stressed | str] = ()
        self.table.selectionModel().currentRowChanged.connect(lambda now, _: self._pick(now.row()))

    def forget(self) -> None:
        """Drop what is typed and wrong."""
        for form in self.forms.values():
            form.entry.forget()

    def show_shocks(self, store: Store, alone: Mapping[Shock, Stressed | str], together: Stressed) -> None:
        """Show each shock by itself, or why it can't be, and those that are chosen together."""
        stress = store.plan.stress
        header = [
            Cell(translate("StressPage", "什么事"), words=True),
            Cell(translate("StressPage", "多严重"), words=True),
            Cell(translate("StressPage", "最紧的一天")),
            Cell(translate("StressPage", "那天有")),
            Cell(translate("StressPage", "不够的月份")),
            Cell(translate("StressPage", "会晚")),
            Cell(translate("StressPage", "逾期多花")),
        ]
        rows = [_shock(shock_name(shock), shock_detail(shock, stress), found) for shock, found in alone.items()]
        names = translate("StressPage", "、").join(shock_name(shock) for shock in together.shocks)
        chosen = translate("StressPage", "还没选，就是照计划")
        if len(together.shocks) == 1:
            chosen = names
        elif names:
            chosen = translate("StressPage", "{count} 件事").format(count=len(together.shocks))
        rows.append(_shock(translate("StressPage", "选中的一起发生"), chosen, together))
        rows[-1][1] = rows[-1][1]._replace(why=names)
        self._found = [*alone.values(), together]
        self.table.show_cells(header, rows)
        for form in self.forms.values():
            form.show_stress(store.plan.budget)
        if not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self._pick(self.table.currentIndex().row())

    def _pick(self, place: int) -> None:
        """Show the form of a shock, and what it comes to in a sentence."""
        if not 0 <= place < len(self._found):
            return
        found = self._found[place]
        self.said.setText(found if isinstance(found, str) else shock_sentence(found))
        self.stack.setVisible(place < self.stack.count())
        if place < self.stack.count():
            self.stack.setCurrentIndex(place)


def _shock(name: str, detail: str, found: Stressed | str) -> list[Cell]:
    cells = [Cell(name, Tone.STRONG, words=True), Cell(detail, Tone.QUIET, words=True)]
    if isinstance(found, str):
        cells[1] = cells[1]._replace(why=found)
        return [*cells, *(Cell(_NOTHING, Tone.QUIET, why=found) for _ in range(5))]
    day, held = found.lowest
    short, late = len(found.short), len(found.outlook.line.late)
    why, why_late = partial(lowest_shock_why, found), partial(late_shock_why, found)
    tone = Tone.WRONG if late else Tone.QUIET
    return [
        *cells,
        Cell(day.isoformat(), Tone.QUIET, why=why),
        Cell(grouped(held), Tone.WRONG if held < 0 else Tone.PLAIN, why=why),
        Cell(str(short) if short else _NOTHING, Tone.WRONG if short else Tone.QUIET, why=partial(short_why, found)),
        Cell(str(late) if late else _NOTHING, tone, why=why_late),
        Cell(grouped(found.late_cost) if late else _NOTHING, tone, why=why_late),
    ]


class ChanceCard(Card):
    """How futures are drawn, and how far the work on them has come."""

    enough = Signal()
    wanted = Signal()

    def __init__(self, store: Store) -> None:
        super().__init__(translate("StressPage", "收入和开支会波动：算很多种可能"))
        self._store = store
        self.form = StressForm(store, "chance", CHANCE_FIELDS)
        self.body.addWidget(self.form)
        self.seed = QPushButton(translate("StressPage", "换一个种子"))
        self.seed.setObjectName("smallChip")
        self.seed.clicked.connect(self._reseed)
        self.bar = QProgressBar()
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("StressPage", "正在算"))
        self.stop = QPushButton(translate("StressPage", "不算了"))
        self.stop.setObjectName("smallChip")
        self.stop.clicked.connect(self.enough)
        self.again = QPushButton(translate("StressPage", "算一遍"))
        self.again.setObjectName("smallChip")
        self.again.clicked.connect(self.wanted)
        self.said = label(name="small", wrap=True)
        line = row(spacing=design.INSET)
        line.addWidget(self.said, 1)
        line.addWidget(self.bar, 1)
        line.addWidget(self.stop)
        line.addWidget(self.again)
        line.addWidget(self.seed)
        self.body.addLayout(line)
        self.show_progress(None)

    def show_progress(self, share: float | None, *, stopped: bool = False) -> None:
        """Show which share is done; None where no work is on, for it is done or was `stopped`."""
        self.bar.setVisible(share is not None)
        self.stop.setVisible(share is not None)
        self.again.setVisible(stopped)
        if share is not None:
            self.bar.setValue(int(share * _STEPS))

    def show_chances(self, found: Chances) -> None:
        """Show how far the result can be trusted."""
        self.said.setText(certainty(found))

    def _reseed(self) -> None:
        stress = self._store.plan.stress
        chance = stress.chance.model_copy(update={"seed": stress.chance.seed + _SEED_STEP})
        changed = stress.model_copy(update={"chance": chance})
        take_over(self._store, translate("StressPage", "换一个种子"), changed)


class FanCard(PictureCard):
    """The fan of cash: the worst day of each month in many futures, every repayment paid on its day."""

    def __init__(self) -> None:
        self.chart = FanChart()
        super().__init__(translate("StressPage", "每个月最紧的那天有多少钱（都按时还的话）"), self.chart)

    def show_state(self, said: str) -> None:
        """Show nothing, and say why."""
        self.chart.show_fan((), (), said)

    def show_chances(self, found: Chances, cushion: Decimal) -> None:
        """Show many futures."""
        points = [FanPoint(f"{month.first:%Y-%m}", month.straight) for month in found.months]
        text = translate("StressPage", "要留 {amount}").format(amount=grouped(cushion))
        levels = [Level(cushion, text, False)] if cushion else []
        self.chart.show_fan(points, levels, headline(found), quantiles=LEVELS)
        self.chart.why = partial(fan_why, found)


class LateCard(PictureCard):
    """The chance of being late, month by month."""

    def __init__(self) -> None:
        self.bars = MonthBars(_percent, "")
        super().__init__(translate("StressPage", "每个月有一期会晚的可能"), self.bars)

    def show_state(self, said: str) -> None:
        """Show nothing, and say why."""
        self.bars.show_bars((), None, said)

    def show_chances(self, found: Chances) -> None:
        """Show many futures."""
        bars = [
            MonthBar(f"{month.first:%Y-%m}", (Part(month.late * HUNDRED, BarStyle.LATE),) if month.late else ())
            for month in found.months
        ]
        names = {BarStyle.LATE: translate("StressPage", "会晚")}
        self.bars.show_bars(bars, None, headline(found), names=names)
        self.bars.why = partial(late_month_why, found)


def _percent(value: Decimal) -> str:
    return percent(value / HUNDRED, 1 if ZERO < value < 10 else 0)


class RemediesCard(Card):
    """What would help, on the very same futures."""

    def __init__(self, store: Store) -> None:
        super().__init__(translate("StressPage", "怎么办有用（同样的随机可能里比）"))
        self.form = StressForm(store, "help", HELP_FIELDS)
        self.body.addWidget(self.form)
        self.table = FigureTable(translate("StressPage", "怎么办有用"), whole=True)
        self.body.addWidget(self.table)
        self.said = label(wrap=True)
        self.body.addWidget(self.said)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._say())
        self._usual = ""
        self._sentences: list[str] = []

    def show_state(self, said: str) -> None:
        """Show nothing, and say why."""
        self._usual, self._sentences = said, []
        self.table.show_cells([], [])
        self._say()

    def show_remedies(self, found: Sequence[Remedied], stress: Stress) -> None:
        """Show what each remedy changes."""
        nothing = found[0].chances
        if nothing is None:
            return
        header = [
            Cell(translate("StressPage", "办法"), words=True),
            Cell(translate("StressPage", "会晚的可能")),
            Cell(translate("StressPage", "逾期平均多花")),
            Cell(translate("StressPage", "95% 不超过")),
            Cell(translate("StressPage", "最紧那天（一半以上有）")),
            Cell(translate("StressPage", "办法本身多付")),
        ]
        best = min((each for each in found if each.chances is not None), key=_worth)
        least = best.chances.late if best.chances is not None and best.chances.late < nothing.late else None
        rows = [_remedy(each, nothing, stress, least) for each in found]
        self.table.show_cells(header, rows)
        self._usual = remedy_sentence(best, nothing, stress)
        self._sentences = [remedy_sentence(each, nothing, stress) for each in found]
        self._say()

    def _say(self) -> None:
        """Say what the chosen remedy changes; where none is chosen, what helps most."""
        row = self.table.currentIndex().row()
        self.said.setText(self._sentences[row] if 0 <= row < len(self._sentences) else self._usual)


def _with(sentence: str, why: Callable[[Chances], str], chances: Chances) -> Callable[[], str]:
    """Return what says a remedy in a sentence, and then how one of its figures came about."""
    return lambda: f"{sentence}\n{why(chances)}"


def _worth(found: Remedied) -> tuple[Decimal, Decimal]:
    assert found.chances is not None  # noqa: S101 - asked of those that can be taken only
    return found.chances.late, found.chances.expected + found.extra


def _remedy(found: Remedied, nothing: Chances, stress: Stress, best: Decimal | None) -> list[Cell]:
    why = remedy_sentence(found, nothing, stress)
    name = Cell(remedy_name(found.remedy, stress), words=True, why=why)
    chances = found.chances
    if chances is None:
        return [name, *(Cell(_NOTHING, Tone.QUIET, why=why) for _ in range(5))]
    tone = Tone.BEST if chances.late == best else Tone.STRONG
    return [
        name,
        Cell(share_words(chances.late), tone, why=_with(why, chance_why, chances)),
        Cell(grouped(chances.expected), why=_with(why, expected_why, chances)),
        Cell(grouped(chances.worst), why=_with(why, worst_why, chances)),
        Cell(
            grouped(chances.median_lowest),
            Tone.WRONG if chances.median_lowest < 0 else Tone.PLAIN,
            why=_with(why, median_why, chances),
        ),
        Cell(
            grouped(found.extra) if found.extra else _NOTHING,
            Tone.QUIET,
            why=partial(itself_why, found, nothing, stress),
        ),
    ]

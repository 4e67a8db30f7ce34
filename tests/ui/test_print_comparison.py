"""The printed comparison: one page, everything whole, nothing over anything."""

import re
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QBuffer, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication

from jiebei_desktop.calendar import add_months
from jiebei_desktop.planning.comparison_sheet import ComparisonSheet, PrintedFigure, PrintedHead, PrintedLine
from jiebei_desktop.products import Brand
from jiebei_desktop.ui import design, paper_text, print_comparison, print_pictures
from jiebei_desktop.ui.print_comparison import paint_comparison, pdf_bytes

GOLDEN = Path(__file__).parent / "golden" / "comparison.txt"
START = date(2026, 11, 23)
BRANDS = (Brand.JIEBEI, Brand.HUABEI, Brand.JIEBEI, Brand.OTHER, Brand.HUABEI, None)
CHINESE = {
    "title": "我的还款计划",
    "headline": "花呗分期 12 期最省，一共多付 432.00 元",
    "reason": "它比借呗 12 期少付 96.00 元；借呗可以提前还，提前还清之后的利息不用再付，花呗分期的手续费要付满。",
    "given": "借 6,000.00 元，2026-11-23 那天",
    "names": ("借呗 12 期", "花呗分期 12 期", "借呗 6 期", "银行的信用卡分期 24 期", "花呗 最低还款", "别处的借款"),
    "details": (
        "每月等额 · 日利率 0.04%",
        "等本等费 · 总费率 7.2%",
        "先息后本 · 日利率 0.04%",
        "等本等费 · 总费率 15.6%",
        "20 日出账 · 次月 8 日还",
        "随借随还 / 到期一次还",
    ),
    "lines": (
        "每期还",
        "最多的一期",
        "总共还",
        "利息和手续费",
        "名义年化（单利）",
        "实际年化（复利）",
        "期数",
        "首个还款日",
        "最后还款日",
        "前三个月一共还",
        "每月收入里占",
        "提前 3 个月还清能省",
        "晚 10 天多付",
        "晚 30 天多付",
    ),
    "note": "名义年化是单利，一年按 365 天；实际年化是复利，按实际的还款日算，费用都算在内（第 {n} 条）。",
    "problem": "花呗的最低还款比例没有公布，要填你自己 App 里写的比例才能算。",
    "made": "2026-11-24 · 借花规划 0.1.0 · 与蚂蚁集团无关，不是法律意见",
}
ENGLISH = {
    "title": "My repayment plan",
    "headline": "Huabei instalments over 12 months cost the least: 432.00 yuan on top of what was lent",
    "reason": "That is 96.00 yuan less than Jiebei over 12. Jiebei can be paid off early, and then no further interest"
    " is due; the fee of Huabei instalments has to be paid in full whatever happens.",
    "given": "6,000.00 yuan lent on 2026-11-23",
    "names": (
        "Jiebei 12 periods",
        "Huabei instalments 12 periods",
        "Jiebei 6 periods",
        "Credit card instalments of a bank with a very long name indeed, 24 periods, and a gift on top",
        "Huabei minimum payment",
        "A loan from elsewhere",
    ),
    "details": (
        "Equal monthly payments · 0.04% a day",
        "Equal principal and fee · 7.2% in all",
        "Interest first, principal last · 0.04% a day",
        "Equal principal and fee · 15.6% in all",
        "Statement on the 20th · due on the 8th of the next month",
        "Any time / all at the end",
    ),
    "lines": (
        "Each instalment",
        "Largest instalment",
        "Paid in all",
        "Interest and fee",
        "Nominal annual rate (simple)",
        "Effective annual rate (compound)",
        "Periods",
        "First due date",
        "Last due date",
        "Paid within the first three months",
        "Share of the monthly income",
        "Saved by paying off 3 months early",
        "Extra for being 10 days late",
        "Extra for being 30 days late",
    ),
    "note": "The nominal annual rate is simple, on 365 days a year; the effective annual rate is compound and follows"
    " the due dates as they are, every fee included (note {n}).",
    "problem": "The least share of a bill that has to be paid was never published: enter the one that your App names.",
    "made": "2026-11-24 · Jiehua Planner 0.1.0 · no connection with Ant Group, no legal advice",
}


def sheet_of(count: int, words=CHINESE, notes: int = 6, *, broken: bool = False, large: int = 1) -> ComparisonSheet:
    heads, columns = [], []
    for place in range(count):
        problem = words["problem"] if broken and place == count - 1 else ""
        periods = (12, 12, 6, 24, 10, 1)[place]
        cost = (Decimal("44.58"), 36, 40, 39, 52, 30)[place] * Decimal(large)
        days = [add_months(START, month + 1, anchor=(23, 8, 23, 15, 8, 1)[place]) for month in range(periods)]
        payments = tuple((day, Decimal(528) * large) for day in days)
        span = range((days[-1] - START).days + 1)
        costs = tuple(cost * sum(due <= START + timedelta(day) for due in days) for day in span)
        name, detail = words["names"][place], words["details"][place]
        shown = () if problem else payments
        heads.append(PrintedHead(name, detail, BRANDS[place], place == 0, problem, shown, () if problem else costs))
        beside = "" if place == 0 else f"+{cost:,.2f}"
        best = place == min(1, count - 1)
        money = f"{528 * large + place:,}.00"
        columns.append(
            [
                PrintedFigure(money, beside, best),
                PrintedFigure(money),
                PrintedFigure(f"{6528 * large + place:,}.10", beside, best),
                PrintedFigure(f"{cost * periods:,.2f}", beside, best),
                PrintedFigure(f"{14.4 + place:.2f}%", "" if place == 0 else f"+{place}.00%", best),
                PrintedFigure(f"{15.4 + place:.2f}%"),
                PrintedFigure(str(periods)),
                PrintedFigure(str(days[0])),
                PrintedFigure(str(days[-1])),
                PrintedFigure(money, beside),
                PrintedFigure("8.80%", best=place == 0),
                PrintedFigure("0.00"),
                PrintedFigure("3.17", beside),
                PrintedFigure("9.50", beside),
            ]
        )
    lines = [PrintedLine(title, tuple(column[row] for column in columns)) for row, title in enumerate(words["lines"])]
    said = [words["note"].format(n=place + 1) for place in range(notes)]
    texts = {key: words[key] for key in ("title", "headline", "reason", "given", "made")}
    return ComparisonSheet(heads=tuple(heads), lines=tuple(lines), notes=tuple(said), start=START, **texts)


CASES = [
    pytest.param(sheet_of(1), id="one"),
    pytest.param(sheet_of(2), id="two"),
    pytest.param(sheet_of(2, ENGLISH, broken=True), id="two in English, one without figures"),
    pytest.param(sheet_of(3, broken=True), id="three, one without figures"),
    pytest.param(sheet_of(3, ENGLISH, 3), id="three in English"),
    pytest.param(sheet_of(6, notes=12, large=100), id="six, large amounts"),
    pytest.param(sheet_of(6, ENGLISH, 12, broken=True), id="six in English, one without figures"),
    pytest.param(sheet_of(6, ENGLISH, 12, large=100000), id="six in English, the largest amounts"),
]


@pytest.fixture(autouse=True)
def _application(qapp):
    """Fonts need one."""


def bare(text: str) -> str:
    """Return a text without what a break of a line may take away."""
    return re.sub(r"[\s·]", "", text)


def drawn(monkeypatch, sheet: ComparisonSheet) -> list[tuple[str, QRectF]]:
    """Return the texts of a page in the order in which they are drawn, and where each of them is."""
    found: list[tuple[str, QRectF]] = []
    draw = paper_text.draw_text

    def record(painter, box, text, style, side=Qt.AlignmentFlag.AlignLeft, *, most=0):
        height = draw(painter, box, text, style, side, most=most)
        if text:
            layout = style.laid(text, box.width(), most)
            width = max(layout.lineAt(line).naturalTextWidth() for line in range(layout.lineCount()))
            spare = box.width() - width
            left = {Qt.AlignmentFlag.AlignRight: spare, Qt.AlignmentFlag.AlignHCenter: spare / 2}.get(side, 0)
            edge = style.size / 5  # a line is higher than its letters
            place = QRectF(box.left() + left, box.top(), width, height).adjusted(0, edge, 0, -edge)
            found.append((text, place))
        return height

    for module in (print_comparison, print_pictures):
        monkeypatch.setattr(module, "draw_text", record)
    image = QImage(QSize(*design.PAPER), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_comparison(sheet, painter, QRectF(image.rect()))
    painter.end()
    for module in (print_comparison, print_pictures):
        monkeypatch.setattr(module, "draw_text", draw)
    return found


def seen(sheet: ComparisonSheet) -> str:
    """Return every letter of a page as a picture of it has them."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(*design.PAPER))
    generator.setViewBox(QRectF(0, 0, *design.PAPER))
    painter = QPainter(generator)
    paint_comparison(sheet, painter, QRectF(0, 0, *design.PAPER))
    painter.end()
    found = ElementTree.fromstring(bytes(buffer.data().data()))
    return bare("".join(node.text or "" for node in found.iter("{http://www.w3.org/2000/svg}text")))


@pytest.mark.parametrize("sheet", CASES)
def test_there_is_one_page_whose_letters_are_in_the_file(sheet):
    content = pdf_bytes(sheet)
    assert content.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", content)) == 1
    width, height = re.search(rb"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]", content).groups()
    assert (round(float(width)), round(float(height))) == (842, 595)
    fonts = len(re.findall(rb"/Type\s*/FontDescriptor\b", content))
    assert fonts
    assert len(re.findall(rb"/FontFile[23]?\b", content)) == fonts
    assert len(re.findall(rb"/ToUnicode\b", content)) >= fonts  # so that what is marked can be copied


@pytest.mark.parametrize("words", [CHINESE, ENGLISH])
def test_letters_are_copied_as_they_are_typed(words):
    sheet = sheet_of(2, words)
    found = re.findall(rb"begincmap.*?endcmap", pdf_bytes(sheet), re.DOTALL)
    kinds = []  # by font: which letters its shapes stand for
    for part in found:
        kinds.append({})
        for first, last, codes in re.findall(rb"<(\w{4})> <(\w{4})> (<\w{4}>|\[.*\])\n", part):
            letters = [int(code, 16) for code in re.findall(rb"<(\w{4})>", codes)]
            shapes = range(int(first, 16), int(last, 16) + 1)
            letters = letters if len(letters) == len(shapes) else [letters[0] + step for step in range(len(shapes))]
            kinds[-1].update(zip(shapes, letters, strict=True))
    for kind in kinds:
        assert list(kind) == list(range(len(kind)))  # every shape has a letter
        assert not {chr(code) for code in kind.values()} & set("⽉⽇⼀⾥ﬁﬀ\t")
    texts = sheet.title + sheet.headline + sheet.reason + sheet.given + sheet.made + "".join(sheet.notes)
    assert set(texts) <= {chr(code) for kind in kinds for code in kind.values()}


@pytest.mark.parametrize("sheet", CASES)
def test_every_text_is_drawn_whole(sheet):
    page = seen(sheet)
    texts = [sheet.title, sheet.headline, sheet.reason, sheet.given, sheet.made, *sheet.notes]
    texts += [line.title for line in sheet.lines]
    for place, head in enumerate(sheet.heads):
        texts += [head.detail, head.problem]
        figures = [line.figures[place] for line in sheet.lines]
        if not head.problem:
            texts += [text for figure in figures for text in (figure.text, figure.beside)]
        assert bare(head.name)[:12] in page
    for text in texts:
        assert bare(text) in page
    able = [place for place, head in enumerate(sheet.heads) if not head.problem]
    assert page.count("✓") == sum(line.figures[place].best for line in sheet.lines for place in able)


@pytest.mark.parametrize("sheet", CASES)
def test_nothing_is_over_anything_or_off_the_page(monkeypatch, sheet):
    texts = drawn(monkeypatch, sheet)
    page = QRectF(0, 0, *design.PAPER).adjusted(60, 60, -60, -60)
    for place, (text, box) in enumerate(texts):
        assert page.contains(box), text
        over = [other for other, its in texts[place + 1 :] if its.intersects(box)]
        assert not over, f"{over} over {text}"


@pytest.mark.parametrize("sheet", CASES)
def test_all_of_it_has_room(sheet):
    assert print_comparison._fitting(sheet).fits


def test_a_name_that_is_too_long_is_cut_with_an_ellipsis():
    page = seen(sheet_of(6, ENGLISH))
    assert "Creditcard" in page
    assert "agiftontop" not in page
    assert "…" in page


@pytest.mark.parametrize("width", range(20, 400, 7))
def test_a_text_in_one_line_stays_in_it(width):
    for text in (ENGLISH["names"][3], CHINESE["names"][3], "一"):
        layout = paper_text.Style(23).laid(text, width, 1)
        assert layout.lineCount() == 1
        assert width < 23 or layout.lineAt(0).naturalTextWidth() <= width


def test_much_text_is_set_smaller_and_still_has_one_page():
    sheet = sheet_of(6, ENGLISH, 12)
    much = sheet._replace(
        headline=sheet.headline * 3, reason=sheet.reason * 4, notes=tuple(note * 3 for note in sheet.notes)
    )
    assert print_comparison._fitting(sheet).scale > print_comparison._fitting(much).scale
    assert print_comparison._fitting(much).fits
    assert bare(much.notes[-1]) in seen(much)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf_bytes(much))) == 1


def test_figures_without_room_for_differences_have_them_below(monkeypatch):
    texts = drawn(monkeypatch, sheet_of(6, ENGLISH, large=10_000_000))
    place = [text for text, _ in texts].index("65,280,000,005.10")
    beside, under = texts[place + 1]
    assert beside == "+300,000,000.00"
    assert under.top() >= texts[place][1].bottom()


def test_an_option_without_figures_says_why_in_its_column(monkeypatch):
    sheet = sheet_of(3, broken=True)
    texts = drawn(monkeypatch, sheet)
    where = dict(reversed(texts))
    assert where[CHINESE["problem"]].left() > where["529.00"].right()
    assert [text for text, _ in texts].count("借呗 6 期") == 1  # nor is it in the pictures
    assert "530.00" not in where


def test_a_page_of_options_without_figures_has_no_pictures(monkeypatch):
    sheet = sheet_of(1, broken=True)
    texts = [text for text, _ in drawn(monkeypatch, sheet._replace(lines=(), notes=()))]
    assert CHINESE["problem"] in texts
    assert "还款日" not in texts


def test_the_window_s_theme_does_not_matter():
    def painted() -> QImage:
        image = QImage(990, 700, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFF)
        painter = QPainter(image)
        paint_comparison(sheet_of(2), painter, QRectF(image.rect()))
        painter.end()
        return image

    application = QApplication.instance()
    design.choose(application, design.ThemeChoice.DARK)
    dark = painted()
    design.choose(application, design.ThemeChoice.LIGHT)
    assert painted() == dark


@pytest.mark.parametrize(
    ("least", "most", "levels"),
    [
        ("0", "0", ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        ("0", "0.4", ["0.0", "0.1", "0.2", "0.3", "0.4"]),
        ("0", "534.96", ["0", "200", "400", "600"]),
        ("-3", "9", ["-5", "0", "5", "10"]),
        ("0", "2500000", ["0", "500,000", "1,000,000", "1,500,000", "2,000,000", "2,500,000"]),
    ],
)
def test_levels_are_round(least, most, levels):
    found = print_pictures._levels(Decimal(least), Decimal(most))
    assert [f"{level:,f}" for level in found] == levels


def test_the_texts_of_a_page(monkeypatch):
    """They are in `golden/comparison.txt`; without that file they are written there to be looked through."""
    texts = [text.replace("\n", " · ") for text, _ in drawn(monkeypatch, sheet_of(3, broken=True))]
    content = "".join(f"{text}\n" for text in texts)
    if not GOLDEN.exists():
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(content, encoding="utf-8")
        pytest.fail(f"written anew: look through {GOLDEN}")
    assert content == GOLDEN.read_text(encoding="utf-8")

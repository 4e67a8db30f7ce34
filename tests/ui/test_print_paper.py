"""Papers on pages: everything whole and to be copied, headings with what they head, on paper of any size."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from jiebei_desktop import text
from jiebei_desktop.files.overdue_paper import overdue_paper
from jiebei_desktop.files.papers import Paper, PaperTable, budget_paper, disclosure_paper, schedule_paper
from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.files.tables import shown
from jiebei_desktop.planning.document import Loan
from jiebei_desktop.planning.entry import new_plan
from jiebei_desktop.ui import design, paper_table, print_paper
from jiebei_desktop.ui.paper_text import draw_text
from jiebei_desktop.ui.plan_papers import comparison_printed, plan_papers
from jiebei_desktop.ui.print_paper import Pages, paint_pages, paper_pdf, printed, sideways
from tests.conftest import SEED, TODAY
from tests.ui.pdf_text import bare, fonts_inside, read_pdf

A4 = (QSizeF(2100, 2970), QSizeF(2970, 2100))
LETTER = QSizeF(2159, 2794)
UPRIGHT, WIDE = (595, 842), (842, 595)
LONG = "一笔名字很长的借款，为了装修那套还没有交房的房子 with an English name 和一个没有空格的长词"


@pytest.fixture(autouse=True)
def _application(qapp):
    """Fonts need one."""


def seed(**changed) -> Loan:
    return Loan.model_validate(SEED | {"unpaid_from": None} | changed)


def papers(rules) -> list[Paper]:
    plan = sample_plan()
    late = plan.loans[0]
    return [
        schedule_paper(plan, late, rules, TODAY),
        disclosure_paper(plan, late, rules, TODAY),
        overdue_paper(plan, rules, TODAY),
        budget_paper(plan, rules, TODAY),
    ]


def table(columns: int, rows: int, words=(), *, heading="表") -> PaperTable:
    """Return a table of large amounts, with words in some of its columns."""
    made = tuple(
        tuple(
            LONG[: 1 + (7 * row + 13 * place) % len(LONG)]
            if place in words
            else Decimal((7919 * place + 104729 * row + 1) ** 2 % 10**9) / 100
            for place in range(columns)
        )
        for row in range(rows)
    )
    return PaperTable(heading, tuple(f"第 {place + 1} 列的名字" for place in range(columns)), made)


def paper_of(*tables: PaperTable, **changed) -> Paper:
    plain = Paper(
        "题目",
        "计划",
        "答案是这样。",
        "理由是那样。",
        tables,
        ("第一条说明。", "第二条说明。"),
        "2026-11-24 · 借花规划",
    )
    return plain._replace(**changed)


def everything(paper: Paper) -> list[str]:
    found = [paper.headline, paper.reason, *paper.notes]
    for part in paper.tables:
        found += [part.heading, *part.said, *part.header]
        found += [shown(cell) for row in part.rows for cell in row]
    return [bare(each) for each in found if each]


CASES = {
    "wide": paper_of(table(14, 40, {2, 5})),
    "too wide": paper_of(table(26, 30, {2})),
    "words": paper_of(table(4, 120, {0, 1, 3}), table(2, 3, {0}, heading="另一张")),
    "much said": paper_of(PaperTable("段落", said=tuple(f"第{n}段。{LONG}" * 4 for n in range(40)))),
    "sentences": paper_of(table(3, 5)._replace(said=("一句。", "两句。"), strong=frozenset({4}))),
    "nothing": paper_of(reason="", notes=()),
}


# --- the file ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", text.LANGUAGES)
def test_all_of_a_paper_is_in_its_file_and_can_be_copied(rules, language):
    text.use(language)
    for paper in papers(rules):
        content = paper_pdf(paper)
        pages = read_pdf(content)
        whole = "".join(page.text for page in pages)
        for line in (*everything(paper), bare(paper.title), bare(paper.plan), bare(paper.made)):
            assert line in whole
        fonts, inside, named = fonts_inside(content)
        assert fonts
        assert fonts == inside <= named


def test_no_row_is_lost_of_a_schedule_over_pages(rules):
    paper = schedule_paper(new_plan("计划", rules, TODAY), seed(periods=48), rules, TODAY)
    pages = read_pdf(paper_pdf(paper))
    assert len(pages) == 2
    lines = [line for page in pages for line in page.lines]
    for row in paper.tables[0].rows:
        cells = [shown(cell) for cell in row if cell is not None]
        starts = [place for place in range(len(lines)) if lines[place : place + len(cells)] == cells]
        assert starts, cells  # all its cells, one after the other, on one page
        lines[starts[0] : starts[0] + len(cells)] = []


def test_each_page_says_what_it_is_and_repeats_the_columns_names(rules):
    paper = schedule_paper(new_plan("我的计划", rules, TODAY), seed(periods=120), rules, TODAY)
    pages = read_pdf(paper_pdf(paper))
    assert len(pages) == 3
    for number, page in enumerate(pages, 1):
        assert page.lines[:2] == ["借呗 120 期 还款表", "我的计划"]
        assert "".join(page.lines).endswith(f"第 {number} / 3 页")
        assert "不是法律意见" in page.text
    for page in pages:
        assert [line for line in page.lines if line in paper.tables[0].header] == list(paper.tables[0].header)


def test_six_hundred_instalments_are_all_there(rules):
    paper = schedule_paper(new_plan("计划", rules, TODAY), seed(periods=600), rules, TODAY)
    lines = [line for page in read_pdf(paper_pdf(paper)) for line in page.lines]
    for number, row in enumerate(paper.tables[0].rows[:-1], 1):
        assert lines.count(str(row[2])) >= 1, number
    assert "第 1 / 13 页" in "".join(lines)


def test_a_paper_is_upright_unless_its_tables_are_wide(rules):
    sizes = []
    for paper in (schedule_paper(sample_plan(), seed(), rules, TODAY), CASES["wide"]):
        (size,) = {(page.width, page.height) for page in read_pdf(paper_pdf(paper))}
        sizes.append(size)
        assert sideways(paper) is (size == WIDE)
    assert sizes == [UPRIGHT, WIDE]


def test_dashes_between_days_are_copied_as_they_are_typed(rules):
    whole = "".join(page.text for page in read_pdf(paper_pdf(overdue_paper(sample_plan(), rules, TODAY))))
    assert "M2逾期31–60天" in whole


# --- where things are -------------------------------------------------------------------------------------------------


def drawn(monkeypatch, pages: Pages) -> list[list[tuple[str, QRectF]]]:
    """Return the texts of each page in the order in which they are drawn, and where each of them is."""
    found: list[list[tuple[str, QRectF]]] = []

    def record(painter, box, said, style, side=Qt.AlignmentFlag.AlignLeft, *, most=0):
        height = draw_text(painter, box, said, style, side, most=most)
        if said:
            laid = style.laid(said, box.width(), most)
            width = max(laid.lineAt(line).naturalTextWidth() for line in range(laid.lineCount()))
            left = box.right() - width if side is Qt.AlignmentFlag.AlignRight else box.left()
            edge = style.size / 5  # a line is higher than its letters
            found[-1].append((said, QRectF(left, box.top(), width, height).adjusted(0, edge, 0, -edge)))
        return height

    with monkeypatch.context() as patched:
        for module in (print_paper, paper_table):
            patched.setattr(module, "draw_text", record)
        for place in range(len(pages)):
            found.append([])
            image = QImage(8, 8, QImage.Format.Format_RGB32)
            painter = QPainter(image)
            pages.paint(painter, place)
            painter.end()
    return found


SIZES = [pytest.param(A4[0], id="A4"), pytest.param(A4[1], id="A4, wide"), pytest.param(LETTER, id="letter")]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", CASES)
def test_everything_is_drawn_inside_the_margins_and_nothing_over_anything(monkeypatch, name, size):
    inside = QRectF(QPointF(0, 0), size).adjusted(130, 90, -130, -90)
    paper = CASES[name]
    found = drawn(monkeypatch, Pages(paper, size))
    for texts in found:
        for place, (said, box) in enumerate(texts):
            assert inside.adjusted(-1, -1, 1, 1).contains(box), said
            over = [other for other, its in texts[place + 1 :] if its.intersects(box)]
            assert not over, f"{over} over {said}"
    said = [bare(each) for texts in found for each, _ in texts]
    for line in everything(paper):
        assert line in said


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", CASES)
def test_every_page_begins_with_the_columns_names_where_a_table_goes_on(monkeypatch, name, size):
    paper = CASES[name]
    headings = {part.heading: part for part in paper.tables}
    for number, texts in enumerate(drawn(monkeypatch, Pages(paper, size))):
        said = [each for each, _ in texts][2:]  # after title and plan
        assert said
        if number and said[0] not in headings:
            starts = [part.header for part in paper.tables if part.header]
            sentences = {*paper.notes, *(each for part in paper.tables for each in part.said), "说明"}
            assert said[0] in sentences or any(tuple(said[: len(names)]) == names for names in starts)


@settings(max_examples=40)
@given(
    sizes=st.lists(st.tuples(st.integers(1, 9), st.integers(1, 70)), min_size=1, max_size=5),
    said=st.integers(0, 3),
    height=st.integers(1200, 3500),
)
def test_a_heading_never_ends_a_page(sizes, said, height):
    parts = [
        table(columns, rows, {0}, heading=f"表 {place}")._replace(said=("一句话。",) * said)
        for place, (columns, rows) in enumerate(sizes)
    ]
    pages = Pages(paper_of(*parts), QSizeF(2100, height))
    with pytest.MonkeyPatch.context() as patch:
        found = drawn(patch, pages)
    cells = {shown(cell) for part in parts for row in part.rows for cell in row} - {""}
    for texts in found:
        body = [each for each, _ in texts][2:-2]  # without head and foot
        assert body[-1] in cells or body[-1] in {"第一条说明。", "第二条说明。"}
        for place, each in enumerate(body):
            if each.startswith("表 "):
                part = parts[int(each[2:])]
                first = [shown(cell) for row in part.rows[:2] for cell in row if shown(cell)]
                after = body[place + 1 + said + len(part.header) :]
                assert after[: len(first)] == first
    drawn_cells = [each for texts in found for each, _ in texts if each in cells]
    assert len(drawn_cells) == sum(1 for part in parts for row in part.rows for cell in row if shown(cell))


def test_figures_end_at_their_columns_right_and_words_begin_at_its_left(monkeypatch):
    part = PaperTable("表", ("名字", "金额"), (("甲", Decimal(1)), ("乙乙乙", Decimal("12345.67"))))
    (texts,) = drawn(monkeypatch, Pages(paper_of(part), A4[0]))
    where = dict(texts)
    assert where["1.00"].right() == pytest.approx(where["12,345.67"].right())
    assert where["金额"].right() == pytest.approx(where["12,345.67"].right())
    assert where["甲"].left() == where["乙乙乙"].left() == where["名字"].left()


def test_columns_of_words_can_be_put_at_the_right(monkeypatch):
    part = PaperTable("表", ("名字", "金额"), (("甲", "没有"), ("乙", "12,345.67")), right=frozenset({1}))
    (texts,) = drawn(monkeypatch, Pages(paper_of(part), A4[0]))
    where = dict(texts)
    assert where["没有"].right() == pytest.approx(where["12,345.67"].right())


def test_an_amount_stays_in_one_line_as_long_as_there_is_room(monkeypatch):
    found = drawn(monkeypatch, Pages(CASES["wide"], A4[1]))
    amounts = {shown(cell) for row in CASES["wide"].tables[0].rows for cell in row if isinstance(cell, Decimal)}
    heights = {round(box.height(), 3) for texts in found for said, box in texts if said in amounts}
    assert len(heights) == 1


def test_type_is_as_large_as_has_room():
    least = []
    for columns in (3, 9, 12, 26):
        pages = Pages(paper_of(table(columns, 3)), A4[0])
        least.append(pages._kind.cell.size)
    assert least[0] == 28
    assert least == sorted(least, reverse=True)
    assert least[-1] == 20


def test_margins_that_a_printer_needs_are_kept(monkeypatch):
    pages = Pages(CASES["sentences"], A4[0], QMarginsF(200, 150, 200, 180))
    for texts in drawn(monkeypatch, pages):
        for said, box in texts:
            assert QRectF(199, 149, 1702, 2642).contains(box), said


def test_long_names_are_cut_at_the_head_of_a_page_only(monkeypatch):
    paper = paper_of(table(2, 2), title=LONG * 5, plan=LONG * 50, headline=LONG * 2)
    found = drawn(monkeypatch, Pages(paper, A4[0]))
    assert all(box.height() < 2 * 23 * 1.4 for said, box in found[0][:2])
    assert found[0][2][0] == LONG * 2
    assert "…" in "".join(read_pdf(paper_pdf(paper))[0].lines[:6])


def test_the_window_s_theme_does_not_matter():
    def painted() -> QImage:
        image = QImage(420, 594, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFF)
        painter = QPainter(image)
        paint_pages(CASES["sentences"], painter, QRectF(image.rect()), 0.2, lambda: None)
        painter.end()
        return image

    application = QApplication.instance()
    design.choose(application, design.ThemeChoice.DARK)
    dark = painted()
    design.choose(application, design.ThemeChoice.LIGHT)
    assert painted() == dark
    assert len({dark.pixel(x, y) for x in range(0, 420, 2) for y in range(0, 594, 2)}) > 8  # and it is not empty


def test_a_page_is_turned_before_each_but_the_first(rules):
    paper = schedule_paper(new_plan("计划", rules, TODAY), seed(periods=120), rules, TODAY)
    turned = []
    image = QImage(420, 594, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_pages(paper, painter, QRectF(image.rect()), 0.2, lambda: turned.append(1))
    painter.end()
    assert len(turned) == 2


# --- all papers of a plan ---------------------------------------------------------------------------------------------


def test_a_plan_has_all_its_papers(rules):
    found = plan_papers(sample_plan(), rules, TODAY)
    assert [name for name, _ in found] == ["schedule-1", "disclosure-1", "overdue", "budget", "comparison"]
    for name, make in found:
        pages = read_pdf(make())
        assert pages, name
    assert "还款表" in read_pdf(found[0][1]())[0].text


def test_what_cannot_be_worked_out_is_left_out(rules):
    plan = new_plan("计划", rules, TODAY).with_loan(seed(id="a", rate=None)).with_loan(seed(id="b"))
    assert [name for name, _ in plan_papers(plan, rules, TODAY)] == ["schedule-2", "disclosure-2", "comparison"]


def test_an_empty_plan_has_its_comparison_at_most(rules):
    plan = new_plan("计划", rules, TODAY)
    bare_plan = plan.model_copy(update={"comparison": plan.comparison.model_copy(update={"options": ()})})
    assert [name for name, _ in plan_papers(plan, rules, TODAY)] == ["comparison"]
    assert plan_papers(bare_plan, rules, TODAY) == []


def test_a_comparison_is_printed_as_its_file_is(rules):
    from jiebei_desktop.planning.comparison import compare
    from jiebei_desktop.planning.comparison_report import comparison_sheet
    from jiebei_desktop.ui.print_comparison import pdf_bytes

    sheet = comparison_sheet(compare(sample_plan(), rules), "计划", TODAY)
    found = comparison_printed(sheet)
    assert found.sideways
    assert read_pdf(found.pdf()) == read_pdf(pdf_bytes(sheet))


def test_a_printed_paper_is_named_by_its_plan(rules):
    assert printed(CASES["sentences"]).title == "题目 计划"

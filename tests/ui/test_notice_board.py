"""The lines under the top bar."""

from PySide6.QtWidgets import QApplication

from jiebei_desktop.ui.remarks import Act, Remark


def test_no_remark_is_cut_off_where_the_window_is_small(qtbot, window):
    window.action("loan").trigger()
    window.resize(1024, 700)
    long = "文件在别处改过，和这里的改动对不到一起。" * 5
    window.notice.show_remarks([Remark(long, (Act.USE_THEIRS, Act.SAVE_OVER, Act.SAVE_AS)) for _ in range(4)])
    for _ in range(3):
        QApplication.processEvents()
    assert [notice.text for notice in window.notice.notices] == [f"⚠ {long}"] * 4
    for notice in window.notice.notices:
        assert notice.height() >= notice.heightForWidth(notice.width()) > 2 * notice.fontMetrics().lineSpacing()

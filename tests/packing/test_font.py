"""The font for machines without a Chinese one: what it must have, and that Qt draws with it alone."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.packing import font
from tools.packing.font import FACE, FAMILY, SOURCE, characters, gb2312, interface_characters
from tools.packing.project import ROOT

needs_font_tools = pytest.mark.skipif(importlib.util.find_spec("fontTools") is None, reason="fontTools is for builds")
needs_source = pytest.mark.skipif(not SOURCE.exists(), reason="fonts-noto-cjk is not installed")

NO_FONTS = "<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>"
PROBE = """
import sys
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QImage, QPainter

def picture(text):
    image = QImage(48, 48, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    face = QFont("Jiehua Sans SC")
    face.setPixelSize(32)
    painter.setFont(face)
    painter.drawText(image.rect(), Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return bytes(image.constBits())

application = QGuiApplication([])
print(*QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese), sep=",")
if sys.argv[1] != "none":
    QFontDatabase.addApplicationFont(sys.argv[1])
print(*QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese), sep=",")
print(len({picture(character) for character in "借花规划呗逾期鑫￥\U000f0000"}))
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    target = tmp_path_factory.mktemp("font") / "made" / "JiehuaSansSC-Regular.otf"
    size = font.subset(SOURCE, ["计划 𠮷 ✓"], target)
    assert size == target.stat().st_size
    return target


def drawn(path: str, folder: Path) -> list[str]:
    """Return what Qt says with no font but this one, in a process of its own."""
    configuration = folder / "fonts.conf"
    configuration.write_text(NO_FONTS.format(folder=folder.as_posix()), encoding="utf-8")
    environment = {**os.environ, "FONTCONFIG_FILE": str(configuration), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", PROBE, path]
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True)
    return done.stdout.splitlines()


def test_gb2312_is_whole():
    found = list(gb2312())
    chinese = [character for character in found if "\u4e00" <= character <= "\u9fff"]
    assert len(found) == len(set(found)) == 7445
    assert (len(chinese), chinese[0], chinese[3754], chinese[-1]) == (6763, "啊", "座", "齄")


def test_the_usual_signs_and_the_texts_are_wanted():
    wanted = characters(["𠮷祥", "日元\n"])
    assert set("𠮷祥¥€→…×−≈│■％￥Aé　") <= wanted
    assert "\n" not in wanted


def test_the_characters_of_the_interface(tmp_path):
    for name, text in {
        "jiebei_desktop/ui/page.py": 'title = "玥"',
        "resources/products/one.toml": "note = '喆'",
        "resources/samples/one.jiehua": '{"name": "堃"}',
        "resources/icons/one.svg": "<!-- 翀 -->",
        "tests/test_one.py": '"犇"',
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found = interface_characters(tmp_path)
    assert set("玥喆堃") <= found
    assert not found & set("翀犇")
    assert set("借呗花呗⚠✓") <= interface_characters(ROOT)


def test_without_its_source_the_package_is_named(monkeypatch, tmp_path):
    monkeypatch.setattr(font, "SOURCE", tmp_path / "none.ttc")
    with pytest.raises(FileNotFoundError, match="fonts-noto-cjk"):
        font.bring(tmp_path, tmp_path)


@needs_font_tools
@needs_source
class TestMade:
    def test_it_has_the_characters_and_is_small(self, made):
        from fontTools.ttLib import TTFont

        with TTFont(made) as opened:
            codes = set(opened.getBestCmap())
            assert {ord(character) for character in gb2312()} <= codes
            assert {ord(character) for character in "𠮷✓⚠¥％→−"} <= codes
            assert ord("\u9fa4") not in codes, "only a part of the source"
            assert opened.sfntVersion == "OTTO"
            assert {"vmtx", "VORG", "BASE"}.isdisjoint(opened.keys())
        assert made.stat().st_size < 1_800_000

    def test_it_has_our_name_and_its_makers_rights(self, made):
        from fontTools.ttLib import TTFont

        described = font.describe()
        assert described == (FAMILY, "2.004", "© 2014-2021 Adobe (http://www.adobe.com/).")
        with TTFont(made) as opened:
            names = {record.nameID: str(record) for record in opened["name"].names}
            assert names[0] == described.copyright
            assert "SIL Open Font License, Version 1.1" in names[13]
            assert [names[number] for number in (1, 4)] == [FAMILY, FAMILY]
            assert names[6] == "JiehuaSansSC-Regular" == opened["CFF "].cff.fontNames[0]

    def test_the_same_source_gives_the_same_bytes(self, made, tmp_path):
        again = tmp_path / "again.otf"
        font.subset(SOURCE, ["计划 𠮷 ✓"], again)
        assert again.read_bytes() == made.read_bytes()

    @pytest.mark.skipif(not sys.platform.startswith("linux"), reason="fontconfig is how fonts are taken away")
    def test_qt_draws_chinese_with_it_alone(self, made, tmp_path):
        assert drawn("none", tmp_path) == ["", "", "1"], "all of them boxes"
        assert drawn(str(made), tmp_path) == ["", FAMILY, "10"], "each its own picture"

    def test_it_is_brought_along_with_the_characters_of_the_interface(self, tmp_path):
        from fontTools.ttLib import TTFont

        code = tmp_path / "jiebei_desktop" / "one.py"
        code.parent.mkdir()
        code.write_text("'玥'", encoding="utf-8")
        path = font.bring(tmp_path, tmp_path / "fonts")
        assert path == tmp_path / "fonts" / "JiehuaSansSC-Regular.otf"
        with TTFont(path) as opened:
            assert ord("玥") in opened.getBestCmap()

    def test_a_source_without_the_face_is_refused(self, made, tmp_path):
        with pytest.raises(LookupError, match=FACE):
            font.subset(made, [], tmp_path / "none.otf")

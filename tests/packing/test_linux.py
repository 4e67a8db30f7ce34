"""What Linux installs: the archive, the Debian package, the AppDir, and the files that tell desktops about us."""

import configparser
import ctypes
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from jiebei_desktop import APP_ID, __version__
from jiebei_desktop.files.plan_file import SUFFIX
from tests.packing.built_folder import everything, library, make_built
from tools.packing import linux
from tools.packing.appdir import write_appdir, write_appimage
from tools.packing.archive import write_archive, write_sums
from tools.packing.deb import write_deb
from tools.packing.depends import relations
from tools.packing.elf import binaries, drop_search_path, drop_symbols, read_binary, unmet
from tools.packing.papers import LICENCE_FOLDER, copyright_file
from tools.packing.project import MIME_TYPE, NAME, ROOT, PackingError, build_time, linux_file, releases
from tools.packing.validate import validate

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux installs these")
needs_dpkg = pytest.mark.skipif(
    shutil.which("dpkg-deb") is None or not Path("/var/lib/dpkg/status").exists(), reason="needs a Debian machine"
)
TOOL = "dpkg-shlibdeps"
TIME = 1_700_000_000
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture
def built(tmp_path):
    return make_built(tmp_path / "dist" / NAME)


# --- the archive


def _members(archive):
    with tarfile.open(archive) as opened:
        return {member.name: member for member in opened}


def test_the_archive_holds_one_folder_that_belongs_to_nobody_in_particular(built, tmp_path):
    archive = write_archive(built, tmp_path / "out", TIME)
    assert re.fullmatch(rf"{NAME}-{__version__}-linux-\w+\.tar\.xz", archive.name)
    members = _members(archive)
    top = f"{NAME}-{__version__}"
    assert {name.partition("/")[0] for name in members} == {top}
    assert {(one.uid, one.gid, one.mtime) for one in members.values()} == {(0, 0, TIME)}
    assert members[f"{top}/{NAME}"].mode == 0o755
    assert members[f"{top}/_internal"].mode == 0o755
    assert members[f"{top}/{NAME}-cli"].linkname == NAME
    assert members[f"{top}/_internal/link.txt"].linkname == "说明.txt"


def test_the_same_folder_packs_to_the_same_bytes_whoever_packs_it_and_when(built, tmp_path):
    first = write_archive(built, tmp_path / "first", TIME).read_bytes()
    copy = shutil.copytree(built, tmp_path / "copy", symlinks=True)
    for path in copy.rglob("*.txt"):
        os.utime(path, (1, 1), follow_symlinks=False)
    (copy / NAME).chmod(0o775)
    assert write_archive(copy, tmp_path / "second", TIME).read_bytes() == first


def test_what_somebody_tried_in_a_portable_folder_is_not_passed_on(built, tmp_path):
    (built / "data").mkdir()
    (built / "data" / "mine.jiehua").write_text("{}", encoding="utf-8")
    members = _members(write_archive(built, tmp_path / "out", TIME))
    assert [name for name in members if "/data" in name] == [f"{NAME}-{__version__}/data"]


def test_the_sums_are_those_of_the_artefacts(tmp_path):
    for name in ("b.deb", "a.tar.xz", "c.deb.part"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    (tmp_path / NAME).mkdir()
    write_sums(tmp_path)
    lines = write_sums(tmp_path).read_text(encoding="utf-8").splitlines()
    assert lines == [f"{hashlib.sha256(name.encode()).hexdigest()}  {name}" for name in ("a.tar.xz", "b.deb")]


def test_packed_files_bear_the_time_that_is_given_else_that_of_the_source(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert build_time(ROOT, {"SOURCE_DATE_EPOCH": "12"}) == 12
    shutil.copytree(ROOT / "packaging" / "linux", tmp_path / "packaging" / "linux")
    newest = releases(tmp_path)[0].day
    assert build_time(tmp_path, {}) == (newest.toordinal() - 719_163) * 86_400  # there is no commit, but a release
    with pytest.raises(PackingError, match=r"SOURCE_DATE_EPOCH .*/ "):
        build_time(ROOT, {"SOURCE_DATE_EPOCH": "yesterday"})


# --- libraries


def test_a_library_says_what_it_needs(tmp_path):
    versions = ("GLIBC_2.4", "GLIBC_2.34", "GLIBC_2.9", "GLIBC_PRIVATE")
    path = library(tmp_path / "lib.so", ["libc.so.6", "libone.so.1"], soname="libtwo.so.2", versions=versions)
    found = read_binary(path)
    assert (found.needed, found.soname, found.libc) == (("libc.so.6", "libone.so.1"), "libtwo.so.2", (2, 34))


def test_what_is_no_library_or_a_broken_one_needs_nothing(tmp_path):
    whole = library(tmp_path / "lib.so", ["libc.so.6"]).read_bytes()
    for content in (b"", b"words", whole[:70], whole[:-30]):
        (tmp_path / "broken.so").write_bytes(content)
        assert read_binary(tmp_path / "broken.so") is None


def test_only_what_is_not_in_the_folder_is_asked_of_the_system(tmp_path):
    library(tmp_path / "a" / "libone.so.1", ["libtwo.so.2", "libc.so.6"])
    library(tmp_path / "b" / "libtwo-2.5.so", ["libthree.so"], soname="libtwo.so.2")
    library(tmp_path / "b" / "libthree.so")
    assert {name: [user.path.name for user in users] for name, users in unmet(binaries(tmp_path)).items()} == {
        "libc.so.6": ["libone.so.1"]
    }


def test_folders_of_the_machine_that_built_it_are_taken_out_of_a_library(tmp_path):
    ours = library(tmp_path / "ours.so", ["libone.so.1"], search="$ORIGIN/../lib")
    theirs = library(tmp_path / "theirs.so", ["libone.so.1"], soname="theirs.so", search="/home/builder/lib")
    before = ours.read_bytes()
    assert not drop_search_path(ours)
    assert ours.read_bytes() == before
    assert drop_search_path(theirs)
    assert not drop_search_path(theirs)
    assert read_binary(theirs)[1:3] == (("libone.so.1",), "theirs.so")


@pytest.mark.skipif(shutil.which("strip") is None, reason="needs binutils, as a build does")
def test_a_library_without_its_symbols_is_smaller_and_is_found_all_the_same(tmp_path):
    from cryptography.hazmat.bindings import _rust

    whole = Path(_rust.__file__)
    copy = Path(shutil.copy(whole, tmp_path))
    drop_symbols(copy)
    assert copy.stat().st_size < 0.9 * whole.stat().st_size
    assert read_binary(copy)[1:] == read_binary(whole)[1:]
    assert ctypes.PyDLL(str(copy)).PyInit__rust


# --- the Debian package


@needs_dpkg
def test_the_package_puts_everything_where_debian_wants_it(built, tmp_path):
    package = write_deb(built, tmp_path / "out", TIME)
    assert re.fullmatch(rf"{NAME}_{__version__}_[a-z0-9]+\.deb", package.name)
    listed = subprocess.run(["dpkg-deb", "-c", package], capture_output=True, encoding="utf-8", check=True).stdout
    rights = {}
    for line in listed.splitlines():
        mode, owner, *_, place = re.fullmatch(r"(\S+) (\S+) +(\d+) (\S+ \S+) \./(.*)", line).groups()
        assert owner == "root/root"
        rights[place] = mode
    lib = f"usr/lib/{NAME}"
    assert rights[f"usr/bin/{NAME} -> ../lib/{NAME}/{NAME}"].startswith("l")
    assert rights[f"usr/bin/{NAME}-cli -> ../lib/{NAME}/{NAME}-cli"].startswith("l")
    assert rights[f"{lib}/{NAME}"] == rights[f"{lib}/_internal/helper"] == "-rwxr-xr-x"
    assert rights[f"{lib}/_internal/libhelper.so.1"] == "-rw-r--r--"
    assert {mode for place, mode in rights.items() if place.endswith("/")} == {"drwxr-xr-x"}
    for place in (
        f"applications/{APP_ID}.desktop",
        f"icons/hicolor/scalable/apps/{APP_ID}.svg",
        f"metainfo/{APP_ID}.metainfo.xml",
        f"mime/packages/{APP_ID}.xml",
        f"man/man1/{NAME}.1.gz",
        f"doc/{NAME}/copyright",
        f"doc/{NAME}/changelog.gz",
        f"lintian/overrides/{NAME}",
    ):
        assert rights[f"usr/share/{place}"] == "-rw-r--r--"


@needs_dpkg
def test_the_package_says_what_it_is_and_needs(built, tmp_path):
    library(built / "_internal" / "libxkbcommon.so.0", ["libc.so.6"])
    package = write_deb(built, tmp_path / "out", TIME)

    def field(name):
        asked = ["dpkg-deb", "-f", package, name]
        return subprocess.run(asked, capture_output=True, encoding="utf-8", check=True).stdout.strip()

    assert field("Version") == __version__
    assert int(field("Installed-Size")) > 0
    assert re.search(r"\blibc6 \(>= 2\.\d+\)", field("Depends"))
    assert "xkb-data" in field("Depends")  # what the library reads, though it does not say so
    assert "fonts-noto-cjk" in field("Recommends")
    assert "独立软件" in field("Description")


@needs_dpkg
def test_the_package_is_the_same_each_time_and_its_digests_are_right(built, tmp_path):
    first = write_deb(built, tmp_path / "first", TIME)
    os.utime(built / "_internal" / "说明.txt", (1, 1))
    assert write_deb(built, tmp_path / "second", TIME).read_bytes() == first.read_bytes()
    subprocess.run(["dpkg-deb", "-R", first, tmp_path / "tree"], check=True)
    lines = (tmp_path / "tree" / "DEBIAN" / "md5sums").read_text(encoding="utf-8").splitlines()
    files = [path for path in (tmp_path / "tree" / "usr").rglob("*") if path.is_file() and not path.is_symlink()]
    assert len(lines) == len(files)
    for line in lines:
        digest, _, place = line.partition("  ")
        assert hashlib.md5((tmp_path / "tree" / place).read_bytes()).hexdigest() == digest  # noqa: S324


@needs_dpkg
@pytest.mark.parametrize("has_tool", [True, False])
def test_the_lowest_libc_is_known_with_debians_own_tool_and_without(built, monkeypatch, has_tool):
    which = shutil.which
    if not has_tool:
        monkeypatch.setattr(shutil, "which", lambda name, **more: None if name == TOOL else which(name, **more))
    elif which(TOOL) is None:
        pytest.skip(f"needs {TOOL}")
    assert any(re.fullmatch(r"libc6 \(>= 2\.\d+\)", relation) for relation in relations(built).depends)


@needs_dpkg
def test_a_library_that_belongs_to_no_package_stops_the_packing_but_for_a_plug_in(built, capsys):
    library(built / "_internal" / "plugins" / "platformthemes" / "libtheme.so", ["libnobody-has-this.so.7"])
    relations(built)
    assert "libnobody-has-this.so.7" in capsys.readouterr().out
    library(built / "_internal" / "core.so", ["libnobody-has-this.so.7"])
    with pytest.raises(PackingError, match=r"libnobody-has-this\.so\.7.* / .*core\.so"):
        relations(built)


def test_the_copyright_names_every_licence_that_is_shipped(built):
    (built / LICENCE_FOLDER / "qt").mkdir(parents=True)
    (built / LICENCE_FOLDER / "qt" / "LGPL-3.0.txt").touch()
    text = copyright_file(built)
    assert "qt/LGPL-3.0.txt" in text
    paragraphs = [re.findall(r"^(\S+):", paragraph, re.MULTILINE) for paragraph in text.strip().split("\n\n")]
    assert all(paragraph[0] in {"Format", "Files", "License"} for paragraph in paragraphs)
    named = set(re.findall(r"^License: (.+)$", text, re.MULTILINE))
    assert {name for name in named if f"\nLicense: {name}\n " in text} == named  # each with its terms


# --- the AppDir


def test_the_appdir_starts_the_program_from_wherever_it_lies(built, tmp_path):
    folder = write_appdir(built, tmp_path / "借 花" / "AppDir")
    ran = subprocess.run([folder / "AppRun", "a b", "计划"], capture_output=True, encoding="utf-8", check=True).stdout
    assert ran.splitlines() == [str(folder / "usr" / "lib" / NAME / NAME), "a b", "计划"]
    assert (folder / f"{APP_ID}.desktop").read_bytes() == linux_file("desktop").read_bytes()
    assert (folder / ".DirIcon").read_bytes() == (ROOT / "resources" / "icons" / "app.svg").read_bytes()
    assert everything(write_appdir(built, folder)) == everything(folder)


def test_without_the_tool_there_is_no_appimage_but_a_sentence(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("PATH", "")
    assert write_appimage(tmp_path, tmp_path / "out", TIME) is None
    assert re.search(r"appimagetool.* / .*appimagetool", capsys.readouterr().out)


def test_the_appimage_is_made_by_the_tool(tmp_path, monkeypatch):
    tool = tmp_path / "bin" / "appimagetool"
    tool.parent.mkdir()
    tool.write_text('#!/bin/sh\necho "$ARCH $SOURCE_DATE_EPOCH $1" > "$2"\n', encoding="utf-8")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tool.parent}:/usr/bin:/bin")
    image = write_appimage(tmp_path / "AppDir", tmp_path / "out", TIME)
    assert image.read_text(encoding="utf-8") == f"{os.uname().machine} {TIME} {tmp_path / 'AppDir'}\n"


# --- what desktops read


def test_the_metadata_is_of_this_version():
    assert releases()[0].version == __version__


def test_the_file_type_is_that_of_plan_files():
    mime = ElementTree.parse(linux_file("mime.xml")).getroot()[0]
    assert mime.get("type") == MIME_TYPE
    assert [glob.get("pattern") for glob in mime.iter(f"{MIME}glob")] == [f"*{SUFFIX}"]
    assert [comment.get(LANGUAGE) for comment in mime.iter(f"{MIME}comment")] == [None, "zh_CN"]


def test_menu_entry_metadata_and_file_type_speak_of_the_same_program():
    entry = configparser.RawConfigParser(strict=True)
    entry.optionxform = str
    entry.read(linux_file("desktop"), encoding="utf-8")
    fields = entry["Desktop Entry"]
    metadata = ElementTree.parse(linux_file("metainfo.xml")).getroot()
    assert fields["Exec"] == f"{NAME} %f"
    assert fields["Icon"] == metadata.findtext("id") == APP_ID
    assert fields["MimeType"] == f"{metadata.findtext('provides/mediatype')};" == f"{MIME_TYPE};"
    assert metadata.findtext("launchable") == linux_file("desktop").name
    names = {tag.get(LANGUAGE): tag.text for tag in metadata.findall("name")}
    assert names == {None: fields["Name"], "zh-CN": fields["Name[zh_CN]"]}
    assert ElementTree.tostring(metadata, encoding="unicode").count("Ant Group") == 1


def test_the_tools_of_the_desktop_find_nothing_wrong():
    assert set(validate()) <= {"desktop-file-validate", "appstreamcli", "xmllint", "update-mime-database"}


@pytest.mark.parametrize(
    ("tool", "kind", "right", "wrong"),
    [
        ("desktop-file-validate", "desktop", "Type=Application", "Type=Nonsense"),
        ("appstreamcli", "metainfo.xml", "<metadata_license>CC0-1.0</metadata_license>", ""),
        ("update-mime-database", "mime.xml", MIME_TYPE, "application/another"),
    ],
)
def test_a_mistake_stops_the_packing(tmp_path, tool, kind, right, wrong):
    if shutil.which(tool) is None:
        pytest.skip(f"needs {tool}")
    shutil.copytree(ROOT / "packaging" / "linux", tmp_path / "packaging" / "linux")
    file = linux_file(kind, tmp_path)
    file.write_text(file.read_text(encoding="utf-8").replace(right, wrong), encoding="utf-8")
    with pytest.raises(PackingError, match=" / "):
        validate(tmp_path)


def test_the_manual_speaks_of_every_command():
    manual = (ROOT / "packaging" / "linux" / f"{NAME}.1").read_text(encoding="utf-8").replace("\\-", "-")
    for word in ("open", "calc", "demo", "--version", "--selftest", "--exit-after-first-paint", f"{NAME}-cli"):
        assert word in manual


# --- the command line


@pytest.mark.parametrize("command", ["archive", "deb", "appdir"])
def test_without_a_built_program_there_is_one_sentence(tmp_path, monkeypatch, capsys, command):
    monkeypatch.setattr(linux, "BUILT", tmp_path / "nothing")
    monkeypatch.setattr(linux, "OUT", tmp_path)
    monkeypatch.setattr(linux, "APPDIR", tmp_path / "AppDir")
    assert linux.main([command]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert re.search(r"make bundle / .*make bundle", line)


def test_an_unknown_command_is_answered_with_the_known_ones(capsys):
    assert linux.main(["dance"]) == 2
    assert "archive|deb|appdir|validate" in capsys.readouterr().err


def test_a_command_says_what_it_wrote(built, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(linux, "BUILT", built)
    monkeypatch.setattr(linux, "OUT", tmp_path / "out")
    assert linux.main(["archive"]) == 0
    (archive,) = (tmp_path / "out").glob("*.tar.xz")
    assert str(archive) in capsys.readouterr().out
    assert archive.name in (tmp_path / "out" / "SHA256SUMS").read_text(encoding="utf-8")

"""The command line. Without a command it opens the window; the commands work without one."""

from __future__ import annotations

import argparse
import gc
import json
import locale
import os
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from jiebei_desktop import __version__, text
from jiebei_desktop.resources import is_packed
from jiebei_desktop.text import translate

EXIT_FAILED, EXIT_USAGE = 1, 2
_BEFORE_QT = (
    "files.autosave",
    "files.diary",
    "files.open_file",
    "planning.overview_words",
)
"""What the first page works with. Once Qt's bindings are there, they read the source of each module that follows."""
COMMANDS = ("open", "calc", "export", "import-alipay", "demo", "screenshots")
SELFTEST_PART = "selftest-part"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # a Windows program without a console has none
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - open to the end
    try:
        return _run(arguments)
    except BrokenPipeError:  # the reader of our output has had enough
        sys.stdout = None  # so that closing it does not complain again
        return EXIT_FAILED


def _run(arguments: Sequence[str] | None) -> int:
    if is_packed():
        settle_in()
    text.use(_language())
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or given[0] not in (*COMMANDS, SELFTEST_PART, "-h", "--help", "--version", "--selftest"):
        given.insert(0, "open")  # a double-clicked plan comes as a bare path
    options = _parser().parse_args(given)
    if options.command == "calc":
        return _calc(options.file)
    if options.selftest or options.command == SELFTEST_PART:
        from jiebei_desktop import selftest

        if options.selftest:
            return selftest.run_selftest()
        return selftest.run_part(options.part, options.file, options.log)
    if options.command == "export":
        return _export(options)
    if options.command == "import-alipay":
        return _import(options)
    if options.command == "demo":
        from jiebei_desktop.demo import run_demo

        return run_demo(options.out)
    if options.command == "screenshots":
        from jiebei_desktop.ui.snapshot import take_screenshots

        return take_screenshots(options.out)
    if _without_screen():
        print(translate("Cli", "没有屏幕（DISPLAY 和 WAYLAND_DISPLAY 都没有设）：窗口开不了"), file=sys.stderr)
        return EXIT_FAILED
    gc.disable()  # a start makes many objects and hardly a cycle: looking for them costs a tenth of it
    for name in _BEFORE_QT:
        import_module(f"jiebei_desktop.{name}")
    from jiebei_desktop.ui.app import run_window

    return run_window(options.plan, exit_after_first_paint=options.exit_after_first_paint, quiet=options.quiet)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="jiebei-desktop", description=translate("Cli", "借呗和花呗的还款规划"))
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument(
        "--selftest", action="store_true", help=translate("Cli", "检查这个程序本身：每一页、每种图、每种文件")
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    opening = commands.add_parser("open", help=translate("Cli", "打开窗口（不写命令时也是）"))
    opening.add_argument("plan", nargs="?", type=Path, help=translate("Cli", "要打开的计划文件"))
    opening.add_argument(
        "--exit-after-first-paint",
        action="store_true",
        help=translate("Cli", "第一页一画好就打印用了多少毫秒，然后退出"),
    )
    opening.add_argument("--quiet", action="store_true", help=translate("Cli", "不打开窗口，只在托盘里提醒"))
    calc = commands.add_parser("calc", help=translate("Cli", "读 JSON 请求，写 JSON 结果"))
    calc.add_argument("file", nargs="?", type=Path, help=translate("Cli", "请求文件；不写就读标准输入"))
    _add_export(commands.add_parser("export", help=translate("Cli", "把一个计划写成表格、工作簿、日历或 PDF")))
    _add_import(commands.add_parser("import-alipay", help=translate("Cli", "读支付宝账单，和计划对账")))
    demo = commands.add_parser("demo", help=translate("Cli", "不开窗口，把示例计划写成表格和图片"))
    demo.add_argument("--out", type=Path, default=Path("build/demo"), help=translate("Cli", "写到哪个文件夹"))
    screenshots = commands.add_parser("screenshots", help=translate("Cli", "给每一页截图"))
    screenshots.add_argument("--out", type=Path, default=Path("build/screenshots"))
    part = commands.add_parser(SELFTEST_PART)  # what the self-test runs in a process of its own
    part.add_argument("part", choices=("save", "edit", "walk"))
    part.add_argument("file", type=Path)
    part.add_argument("log", type=Path)
    return parser


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("plan", type=Path, help=translate("Cli", "计划文件"))
    kinds = {
        "csv": translate("Cli", "每张表一个 CSV"),
        "xlsx": translate("Cli", "一个 Excel 工作簿"),
        "ics": translate("Cli", "还款日的日历"),
        "pdf": translate("Cli", "可以打印的 PDF"),
    }
    for kind, what in kinds.items():
        parser.add_argument(f"--{kind}", nargs="?", const="", metavar="DIR", help=what)
    parser.add_argument("--password", help=translate("Cli", "计划文件的密码"))
    parser.add_argument("--keys", action="store_true", help=translate("Cli", "CSV 的表头用固定的英文名"))
    parser.add_argument("--no-why", action="store_true", help=translate("Cli", "CSV 里不写怎么算的"))
    parser.add_argument("--no-mark", action="store_true", help=translate("Cli", "CSV 开头不加 UTF-8 标记"))


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help=translate("Cli", "支付宝导出的 .csv 或 .zip"))
    parser.add_argument("--password", help=translate("Cli", ".zip 的密码"))
    parser.add_argument("--plan", type=Path, help=translate("Cli", "拿来对账的计划文件；对上的还款记进去"))
    parser.add_argument("--plan-password", help=translate("Cli", "计划文件的密码"))
    parser.add_argument("--dry-run", action="store_true", help=translate("Cli", "只看，不改计划"))
    parser.add_argument("--json", action="store_true", help=translate("Cli", "用 JSON 打印"))


def _export(options: argparse.Namespace) -> int:
    from jiebei_desktop.commands.exporting import export
    from jiebei_desktop.commands.refusing import done_or_refused, printing, refuse
    from jiebei_desktop.files.csv_out import CsvOptions

    asked = {kind: getattr(options, kind) for kind in ("csv", "xlsx", "ics", "pdf")}
    named = [folder for folder in asked.values() if folder]
    if not named:
        return refuse(translate("Cli", "没有说要写成什么、写到哪里：--csv、--xlsx、--ics 或 --pdf，后面写文件夹"))
    folders = {kind: Path(folder or named[-1]) for kind, folder in asked.items() if folder is not None}
    csv_options = CsvOptions(mark=not options.no_mark, keys=options.keys, why=not options.no_why)

    def do() -> None:
        _print_what_can_be()
        written = export(options.plan, options.password, folders, csv_options)
        with printing():
            for path in written:
                print(path)

    return done_or_refused(do, "--password")


def _import(options: argparse.Namespace) -> int:
    from jiebei_desktop.commands.importing import import_alipay
    from jiebei_desktop.commands.refusing import done_or_refused

    def do() -> None:
        _print_what_can_be()
        passwords = options.password, options.plan_password
        import_alipay(options.file, options.plan, passwords, dry_run=options.dry_run, as_json=options.json)

    return done_or_refused(do, "--plan-password")


def _print_what_can_be() -> None:
    """Let signs that the terminal doesn't know be question marks instead of the end."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")


def _calc(file: Path | None) -> int:
    from jiebei_desktop.calc import NotRequestsError, answers
    from jiebei_desktop.products import shipped_rules

    gc.disable()  # a batch makes many values and no cycles: looking for them costs a tenth of the time
    try:
        content = file.read_bytes() if file else sys.stdin.buffer.read()
        found = list(_written(answers(content, shipped_rules)))
    except OSError as error:
        print(translate("Cli", "读不了 {name}：{reason}").format(name=file, reason=error.strerror), file=sys.stderr)
        return EXIT_USAGE
    except NotRequestsError as error:
        print(error, file=sys.stderr)
        return EXIT_USAGE
    sys.stdout.buffer.write(b"[" + b", ".join(line for line, _ in found) + b"]\n")
    sys.stdout.buffer.flush()
    return 0 if all(good for _, good in found) else EXIT_FAILED


def _written(results: Iterator[dict[str, Any]]) -> Iterator[tuple[bytes, bool]]:
    """Yield each result as JSON, and whether it is one; its values are let go, or 10,000 would fill the memory."""
    for result in results:
        yield json.dumps(result, ensure_ascii=False).encode("utf-8"), "error" not in result


def settle_in() -> None:
    """Make a packed program's surroundings those that it was made for.

    Plug-ins of another Qt, which some desktops on Linux name for all programs, would bring that Qt along; elsewhere
    what packs the program has named its own. Where the locale is C or not installed it goes on in UTF-8, as Python does
    and a packed one does not by itself (PEP 538).
    """
    if sys.platform.startswith("linux"):
        for name in ("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH"):
            os.environ.pop(name, None)
    if os.name == "posix" and "LC_ALL" not in os.environ and locale.setlocale(locale.LC_CTYPE) == "C":
        os.environ["LC_CTYPE"] = "C.UTF-8"


def _without_screen() -> bool:
    """Tell whether there is surely no screen: Qt would end the process with a message for programmers."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM")
    return sys.platform.startswith("linux") and not any(os.environ.get(name) for name in named)


def _language() -> str:
    """Return the language of the terminal: English where it says so, else Chinese."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return text.ENGLISH if value.lower().startswith("en") else text.CHINESE
    return text.CHINESE

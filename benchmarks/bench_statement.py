"""A statement of 200,000 payments, as a table and in its sealed zip, against csv.reader over the same table."""

from __future__ import annotations

import csv
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from pyzipper import WZ_AES, ZIP_DEFLATED, AESZipFile

from jiebei_desktop.files.alipay import read_statement

ROWS = 200_000
RUNS = 3
PASSWORD = "123456"  # noqa: S105 - of a file that is made up
HEADER = "交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,"
SHOPS = ("餐饮美食,便利店", "交通出行,地铁", "日用百货,超市", "服饰装扮,服装店", "充值缴费,电力公司")
METHODS = ("花呗", "花呗&红包", "余额宝", "工商银行储蓄卡(1234)", "账户余额")


def row(number: int, chance: random.Random) -> str:
    """Return a row: one in twenty of a loan, one in fifty a refund, the rest bought."""
    day = date(2026, 9, 30) - timedelta(days=number // 100)
    time_of_day = f"{chance.randrange(24):02d}:{chance.randrange(60):02d}:{chance.randrange(60):02d}"
    amount, order = f"{chance.randrange(1, 99_999) / 100:.2f}", f"{day:%Y%m%d}2200140{number:013d}"
    if number % 20 == 0:
        bill = f"花呗主动还款-{day:%Y年%m月}账单"
        return f"{day} {time_of_day},信用借还,花呗,/,{bill},不计收支,{amount},余额宝,还款成功,{order}\t,\t,,"
    if number % 50 == 1:
        return f"{day} {time_of_day},退款,超市,/,退款-第{number}单,不计收支,{amount},花呗,退款成功,{order}_1\t,\t,,"
    shop, method = chance.choice(SHOPS), chance.choice(METHODS)
    return (
        f"{day} {time_of_day},{shop}第{number % 977}号,abc***@163.com,第{number}单的东西 12 件装,支出,{amount},"
        f"{method},交易成功,{order}\t,T200P{number:016d}\t,,"
    )


def table(path: Path, rows: int) -> None:
    """Write a statement of so many rows as Alipay does."""
    chance = random.Random(rows)  # noqa: S311 - the same figures each time
    with path.open("w", encoding="gb18030", newline="") as stream:
        stream.write(f"起始时间：[2019-01-01 00:00:00]    终止时间：[2026-09-30 23:59:59]\r\n共{rows}笔记录\r\n")
        stream.write(f"{HEADER}\r\n")
        stream.writelines(f"{row(number, chance)}\r\n" for number in range(rows))


def sealed(path: Path, content: Path) -> None:
    """Write the zip around a statement, sealed as Alipay does."""
    with AESZipFile(path, "w", compression=ZIP_DEFLATED, encryption=WZ_AES) as archive:
        archive.setpassword(PASSWORD.encode())
        archive.write(content, content.name)


def peer(path: Path) -> float:
    """Return the seconds that csv.reader takes for a table."""
    start = time.perf_counter()
    with path.open(encoding="gb18030", newline="") as stream:
        count = sum(1 for _ in csv.reader(stream))
    assert count > ROWS
    return time.perf_counter() - start


def own(path: Path) -> tuple[float, float]:
    """Return the seconds that a fresh process takes to read a statement, and the megabytes at its peak."""
    done = subprocess.run([sys.executable, __file__, str(path)], check=True, capture_output=True, text=True)
    seconds, megabytes = done.stdout.split()
    return float(seconds), float(megabytes)


def read_once(path: Path) -> None:
    """Read a statement, and print seconds and megabytes."""
    start = time.perf_counter()
    found = read_statement(path, PASSWORD)
    taken = time.perf_counter() - start
    assert found.movements
    print(taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def main() -> None:
    """Run and print."""
    with tempfile.TemporaryDirectory() as made:
        half, whole, packed = (Path(made) / name for name in ("half.csv", "whole.csv", "whole.zip"))
        table(half, ROWS // 2)
        table(whole, ROWS)
        sealed(packed, whole)
        runs = [(peer(whole), *own(whole), *own(packed), own(half)[0]) for _ in range(RUNS)]
        by_peer, plain, plain_peak, zipped, zipped_peak, by_half = map(statistics.median, zip(*runs, strict=True))
        size = whole.stat().st_size / 2**20
    ratio = statistics.median(run[1] / run[0] for run in runs)
    print(
        f"statement: {ROWS:,} rows ({size:.0f} MB) in {plain:.2f} s, {plain_peak:.0f} MB at the peak"
        f" (wanted: 5 s, 300 MB); csv.reader {by_peer:.2f} s, ratio {ratio:.1f};"
        f" half the rows {by_half:.2f} s, {plain / by_half:.2f} x"
    )
    print(f"statement, sealed: {zipped:.2f} s, {zipped_peak:.0f} MB at the peak")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        read_once(Path(sys.argv[1]))
    else:
        main()

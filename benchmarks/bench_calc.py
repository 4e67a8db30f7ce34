"""The command line's `calc`: 10,000 schedule requests in one process, and one request against importing pydantic."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time

REQUESTS, RUNS = 10_000, 7
TERMS = {
    "principal": "12000",
    "start_date": "2026-11-24",
    "periods": 12,
    "method": "equal_payment",
    "rate": "0.0004",
    "rate_per": "day",
}


def seconds(command: list[str], given: bytes) -> float:
    """Return how long a command takes with this input."""
    start = time.perf_counter()
    subprocess.run(command, input=given, check=True, capture_output=True)
    return time.perf_counter() - start


def requests(count: int) -> bytes:
    """Return schedule requests, each of another amount."""
    made = [
        {"id": number, "kind": "schedule", "terms": TERMS | {"principal": f"{12_000 + number}.00"}}
        for number in range(count)
    ]
    return json.dumps(made).encode()


def main() -> None:
    """Run and print."""
    calc = [sys.executable, "-m", "jiebei_desktop", "calc"]
    one, many = requests(1), requests(REQUESTS)
    pairs = [
        (seconds(calc, one), seconds([sys.executable, "-c", "import pydantic"], b""), seconds(calc, many))
        for _ in range(RUNS)
    ]
    start, peer, whole = (statistics.median(values) for values in zip(*pairs, strict=True))
    a_second = REQUESTS / statistics.median(run[2] - run[0] for run in pairs)
    ratio = statistics.median(run[0] / run[1] for run in pairs)
    print(f"calc: {REQUESTS} schedules with rates in {whole:.2f} s, {a_second:.0f} a second (wanted: 5000)")
    print(f"calc of one: {start:.3f} s, import pydantic {peer:.3f} s, ratio {ratio:.2f} (wanted: at most 3)")


if __name__ == "__main__":
    main()

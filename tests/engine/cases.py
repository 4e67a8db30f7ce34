"""The worked examples in `tests/data`, with numbers kept as the text that they are."""

from __future__ import annotations

import json
from pathlib import Path

DATA = Path(__file__).parents[1] / "data"

SCHEDULES = json.loads((DATA / "schedules.json").read_text(encoding="utf-8"))
PRODUCTS = {
    case["id"]: case for case in json.loads((DATA / "products.json").read_text(encoding="utf-8"), parse_float=str)
}

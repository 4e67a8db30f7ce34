"""What every test begins with: a folder of its own, Chinese text, no screen."""

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from jiebei_desktop import text
from jiebei_desktop.products import RuleBook, shipped_rules

TODAY = date(2026, 11, 24)
SEED = {
    "id": "seed",
    "name": "",
    "product": "jiebei",
    "periods": 5,
    "method": "equal_payment",
    "rate": "0.15",
    "rate_per": "year",
    "principal": "12000",
    "start_date": "2026-06-15",
    "unpaid_from": 4,
}
"""A loan of 12,000 yuan over 5 at 15 % a year, unpaid from the fourth instalment on: 40 days late today."""

# A busy machine must not fail a test: how long things take belongs in benchmarks.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.load_profile("patient")


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Keep settings and files out of the user's folders, and the language out of other tests."""
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    text.use(text.CHINESE)
    yield
    text.use(text.CHINESE)


@pytest.fixture
def rules() -> RuleBook:
    return shipped_rules()


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """What pytest-qt begins the application with: as the program does."""
    from jiebei_desktop.ui import design

    return ["jiebei-desktop", *design.STYLE]

"""What the program relies on in the Qt binding itself."""

import sys

from PySide6.QtCore import QObject


def test_calls_that_return_nothing_lose_no_reference_to_none():
    # PySide6 6.12.0 under Python 3.11 lost one a call, until the interpreter died in the user's hands
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(500):
        thing.setObjectName("name")
    assert sys.getrefcount(None) > before - 100

"""`python -m jiebei_desktop` is the same as `jiebei-desktop`."""

from __future__ import annotations

import sys

from jiebei_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())

"""借花规划: compare 借呗 and 花呗, to the fen, offline."""

import os

# Nobody's pydantic plug-ins run in this program, and looking for them takes a tenth of the start.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

__version__ = "0.1.0"

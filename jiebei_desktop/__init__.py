"""借花规划: compare 借呗 and 花呗, to the fen, offline."""

__version__ = "0.1.0"

APP_ID = "io.github.jiehua_planner.jiehua"
"""What desktops know the program by: its menu entry, icon and MIME type are named after it."""

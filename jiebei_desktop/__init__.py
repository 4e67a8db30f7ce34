"""借花规划: compare 借呗 and 花呗, to the fen, offline."""

__version__ = "0.1.0"

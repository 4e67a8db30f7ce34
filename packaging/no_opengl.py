"""Stands in for Qt's OpenGL in the packed program: pyqtgraph imports it, but no chart is drawn by it."""

from PySide6.QtWidgets import QWidget


class QOpenGLWidget(QWidget):
    """Is never made: pyqtgraph has a kind of its own of it, and asks of each view whether it is one."""

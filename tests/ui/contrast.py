"""How well colours are told apart: by WCAG 2's contrast, and by eyes without one kind of cones."""

import numpy as np
from PySide6.QtGui import QImage

TEXT, SHAPE = 4.5, 3.0
"""The least contrast of text, and of shapes and of what can't be used, as WCAG 2.2 has them at AA."""
_EYES = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
}
"""What linear red, green and blue become (Machado, Oliveira and Fernandes 2009, severity 1)."""
EYES = tuple(_EYES)


def linear(colour: str) -> list[float]:
    """Return the amounts of light of a colour."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


_LIGHT = np.array([linear(f"#{level:02x}{level:02x}{level:02x}")[0] for level in range(256)])
"""The amount of light of each level of a pixel."""


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2's contrast ratio."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def distance(one: str, other: str, eyes: str) -> float:
    """Return how far apart two colours are for somebody's eyes, as CIE 1976 has it: about 2 is just seen."""
    return sum((a - b) ** 2 for a, b in zip(_lab(one, eyes), _lab(other, eyes), strict=True)) ** 0.5


def _lab(colour: str, eyes: str) -> tuple[float, float, float]:
    light = linear(colour)
    red, green, blue = (
        min(max(sum(part * amount for part, amount in zip(row, light, strict=True)), 0.0), 1.0) for row in _EYES[eyes]
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def luminances(image: QImage) -> np.ndarray:
    """Return the luminance of each pixel of a picture, by row and column."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(bytes(image.constBits()), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    blue, green, red = (_LIGHT[pixels[:, : image.width(), place]] for place in range(3))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrasts(one: np.ndarray, other: np.ndarray | float) -> np.ndarray:
    """Return the contrast of luminances, pixel by pixel."""
    return (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)

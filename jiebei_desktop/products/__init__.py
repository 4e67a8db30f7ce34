"""The product-rule module: rules as dated, sourced data, read and checked."""

from __future__ import annotations

from jiebei_desktop.products.book import BrokenRule, RuleBook, book_of, read_rules, shipped_rules
from jiebei_desktop.products.models import Brand, Confidence, Figure, ProductRule, Source, View, figures, sources_named

__all__ = [
    "Brand",
    "BrokenRule",
    "Confidence",
    "Figure",
    "ProductRule",
    "RuleBook",
    "Source",
    "View",
    "book_of",
    "figures",
    "read_rules",
    "shipped_rules",
    "sources_named",
]

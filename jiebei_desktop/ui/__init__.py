"""The window. Only this package knows Qt; it lays out and works nothing out."""

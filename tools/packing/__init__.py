"""From a built folder to what people install."""

"""The parts that pages are laid out from."""

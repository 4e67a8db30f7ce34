"""The parts of the page 预算."""

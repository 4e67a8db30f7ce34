"""The parts of the page 帮助."""

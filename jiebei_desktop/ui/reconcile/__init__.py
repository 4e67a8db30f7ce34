"""The parts of the page that holds a statement against the plan."""

"""The tests of matching a statement to a plan."""

"""What people ask, answered with their own figures, and what there is to look up: words, sources, what is not known."""

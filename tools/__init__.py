"""What sets the project up and packs it; none of it is shipped."""

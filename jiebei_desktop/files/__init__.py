"""Plans and tables on disk."""

"""What the command line does with a plan and with other files: each command done, or refused in one line."""

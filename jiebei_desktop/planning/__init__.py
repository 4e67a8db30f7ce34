"""The plan and what follows from it: schedules of loans, comparison, remarks."""

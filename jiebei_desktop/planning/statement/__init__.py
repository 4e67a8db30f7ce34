"""What a payment app's own statement says of the plan's loans and of the household's money."""

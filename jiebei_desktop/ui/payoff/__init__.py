"""The parts of the page 策略."""

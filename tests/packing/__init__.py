"""Tests of what packs the program."""

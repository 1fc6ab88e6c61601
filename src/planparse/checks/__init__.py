"""Checks: Plan -> findings."""

"""Copies of what is kept: backup, restore, export; and forgetting everything."""

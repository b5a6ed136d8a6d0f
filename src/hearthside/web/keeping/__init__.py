"""Keeping, as the app does it: thin rows, one unlocked key, the pages of the lock."""

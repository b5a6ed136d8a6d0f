"""Moments, as pages: naming one, its returns, how it rests, and finding it again."""

"""Variorum: source criticism as software."""

"""Writes, one module per noun; each takes the connection of one transaction."""

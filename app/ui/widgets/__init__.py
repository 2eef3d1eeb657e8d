"""Widgets that are used on several pages."""

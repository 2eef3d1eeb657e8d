"""Dialogs: export, import, forms."""

"""Reads, one module per question; rows come out as plain records."""

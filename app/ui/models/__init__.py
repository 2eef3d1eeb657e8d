"""Item models: rows are ids, cells come in cached windows."""

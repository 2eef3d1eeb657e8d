"""What the user can do, without Qt and without SQL: one module per noun."""

"""How fast the program is, as ratios to limits that are measured in the same run."""

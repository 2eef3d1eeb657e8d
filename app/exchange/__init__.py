"""Other formats in and out: bytes on one side, plain records on the other."""

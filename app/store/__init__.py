"""The dossier file: SQL lives here and nowhere else; rows leave it as plain records."""

"""One file per shape of the database."""

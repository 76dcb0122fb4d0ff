"""Reader families."""

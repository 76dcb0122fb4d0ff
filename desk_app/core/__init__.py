"""What every layer may lean on: time, ids, configuration, errors, logging, paths."""

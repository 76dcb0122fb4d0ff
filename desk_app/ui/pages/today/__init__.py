"""Today (F1): who came, what for, what is left to do about it."""

"""One data folder of every release; every later program must open it. Invented people, keys that are no secret."""

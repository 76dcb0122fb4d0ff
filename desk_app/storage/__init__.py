"""The desk's memory: one encrypted SQLite file, its keys, its lock and its history of shapes."""

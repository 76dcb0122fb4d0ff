"""Readers, scanners and printers: parsers (pure), transports (bytes), threads. No Qt and no database here."""

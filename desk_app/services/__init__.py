"""The desk's use cases: one public method is one act, one transaction and its outbox entry."""

"""The desk's three secrets: the key of the database file, the key of the fingerprints, the key of the slip tokens."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """Secrets in memory. Its repr is silent, so that no log or traceback can tell them."""

    database: bytes
    identity: bytes
    token: bytes

    def __repr__(self) -> str:
        return "<Keys>"

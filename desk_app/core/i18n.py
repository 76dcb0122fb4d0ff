"""Marks words for translation without Qt, so that layers below the screen can own a code and its English."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802  (lupdate looks for exactly this name)
    """Return `text` unchanged; the translation tool collects it under `context`."""
    del context
    return text

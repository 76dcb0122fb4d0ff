"""Composition: builds the desk and its window from their parts, starts and stops every thread."""

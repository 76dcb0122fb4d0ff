"""Linlihui Desk: the front-desk application of a neighbourhood hub (邻里汇)."""

__version__ = "0.1.0"

"""Measurements that print figures and ratios; run by hand and by ./dev bench, never as tests."""

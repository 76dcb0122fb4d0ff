"""Placeholder."""

from desk_app.commands.api import Command, no_options

COMMAND = Command("doctor", "to come", no_options, lambda given: 1)

"""The history of the file's shape, oldest first, and the way up through it.

A revision imports nothing that can change: it writes out its own SQL.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

REVISIONS = ("0001", "0002")
"""Every shape this program knows; the last is the present one. A file of any other revision is newer."""


def upgrade(connection: Connection) -> None:
    """Bring the open file to the present shape; the caller owns the transaction around it.

    Alembic is imported here and not above: it costs a third of a second that an ordinary start need not pay.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    # A path, not a package name: the same in a checkout, a wheel and a frozen bundle. Percent signs would be read
    # as the configuration's own.
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")

"""Called by Alembic: runs the revisions over the connection the store hands in."""

from __future__ import annotations

from alembic import context

connection = context.config.attributes["connection"]
# The store has begun the transaction itself, so a half-made shape is never left behind.
context.configure(connection=connection, transactional_ddl=False)
context.run_migrations()

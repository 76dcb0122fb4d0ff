"""`python -m desk_app` and `desk-app`: the desk's window, or one of its commands."""

from __future__ import annotations

import sys

from desk_app.commands.line import main

if __name__ == "__main__":
    sys.exit(main())

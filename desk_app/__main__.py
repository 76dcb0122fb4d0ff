"""`python -m desk_app` and `desk-app`: the desk's window, or one of its commands."""

from __future__ import annotations

import sys

_INTERRUPTED = 130


def main() -> int:
    """Run the command line and return the exit status."""
    try:
        from desk_app.commands.line import main as run  # 0.3 s, in which Ctrl+C may come as well

        return run()
    except KeyboardInterrupt:
        return _INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())

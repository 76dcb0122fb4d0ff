"""The three kinds of failure: a refusal a person can act on, an environment to mend, and bugs (anything else)."""

from __future__ import annotations


class DeskError(Exception):
    """A refusal: the desk says no, and why, beside the field it concerns.

    `code` is stable and carries no words; `ui.messages` and the commands turn it into a sentence with `params`.
    """

    def __init__(self, code: str, *, field: str = "", **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.params = params

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value!r}" for name, value in self.params.items())
        return f"{self.code}({details})" if details else self.code


class EnvironmentTrouble(Exception):  # noqa: N818  (a state with a remedy, not a programming error)
    """Disk, port, printer, key or folder is not as it must be; shown as a state with what to do.

    `code` as in `DeskError`; `params` name the folder, port or figure concerned, never a person.
    """

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value!r}" for name, value in self.params.items())
        return f"{self.code}({details})" if details else self.code

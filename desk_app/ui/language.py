"""The language of the screen, switched live: our words, Qt's own words, and how dates are written."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from desk_app.core.config import Config
from desk_app.core.paths import resource

LANGUAGES = ("zh_CN", "en")
"""What can be chosen, the first by default. The sources are English: the file of `en` holds plural forms alone."""


class PseudoTranslator(QTranslator):
    """Every word in brackets and 40 % longer: shows in the gallery what was never marked and what has no room."""

    def translate(
        self,
        context: bytes | bytearray | memoryview | str,
        source: bytes | bytearray | memoryview | str,
        disambiguation: bytes | bytearray | memoryview | str | None = None,
        n: int = -1,
    ) -> str:
        del context, disambiguation, n
        text = source if isinstance(source, str) else bytes(source).decode()
        return f"[{text}{'~' * (len(text) * 2 // 5)}]"

    def isEmpty(self) -> bool:  # noqa: N802  (Qt's name; an empty translator is not installed)
        return False


class Language(QObject):
    """The language in force; follows the settings live. Widgets hear of it by QEvent.LanguageChange."""

    changed = Signal(str)
    """Code of the language now in force."""

    def __init__(self, app: QCoreApplication, config: Config) -> None:
        super().__init__(app)
        self._app = app
        self._code = ""
        self._translators: list[QTranslator] = []
        self.use(config.look.language)

    @property
    def code(self) -> str:
        """The language in force."""
        return self._code

    def follow(self, config: Config) -> None:
        """Put the language of these settings in force."""
        self.use(config.look.language)

    def use(self, code: str) -> None:
        """Put a language in force; one that is not shipped counts as the default."""
        wanted = code if code in (*LANGUAGES, "pseudo") else LANGUAGES[0]
        if wanted == self._code:
            return
        self._code = wanted
        QLocale.setDefault(QLocale("en_GB" if wanted == "en" else "zh_CN"))
        for translator in self._translators:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        self._translators = self._load(wanted)
        for translator in self._translators:
            self._app.installTranslator(translator)
        self.changed.emit(wanted)

    def _load(self, code: str) -> list[QTranslator]:
        if code == "pseudo":
            return [PseudoTranslator(self)]
        folders = (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), str(resource("i18n")))
        loaded = []
        for name, folder in zip((f"qtbase_{code}", code), folders, strict=True):
            translator = QTranslator(self)
            if translator.load(name, folder):
                loaded.append(translator)
        return loaded

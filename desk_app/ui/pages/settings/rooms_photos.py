"""Photos of rooms as small JPEG files in the hub's own folder, named by what they show, not by where they came from."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QImageReader

from desk_app.core.errors import EnvironmentTrouble

LONGEST_SIDE = 1280
_LARGEST_FILE = 60_000_000


class Photos:
    """The folder `photos` beside the settings. Copies carry no camera data: place and time stay with the original."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, source: str) -> str:
        """Copy a picture, at most 1280 px long; returns its file name, "" where it is no picture.

        Raises EnvironmentTrouble("settings.not_writable").
        """
        path = Path(source)
        if not path.is_file() or path.stat().st_size > _LARGEST_FILE:
            return ""
        reader = QImageReader(source)
        reader.setAutoTransform(True)
        image = reader.read()
        if image.isNull():
            return ""
        if max(image.width(), image.height()) > LONGEST_SIDE:
            size = image.size().scaled(LONGEST_SIDE, LONGEST_SIDE, Qt.AspectRatioMode.KeepAspectRatio)
            image = image.scaled(size, mode=Qt.TransformationMode.SmoothTransformation)
        content = _jpeg(image)
        name = f"{hashlib.sha256(content).hexdigest()[:16]}.jpg"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / name).write_bytes(content)
        except OSError as error:
            raise EnvironmentTrouble("settings.not_writable", path=str(self._folder), reason=error.strerror) from error
        return name

    def path(self, name: str) -> Path | None:
        """Where a kept photo lies; None where it is missing or `name` is no plain file name."""
        path = self._folder / name
        return path if name and path.parent == self._folder and path.is_file() else None


def _jpeg(image: QImage) -> bytes:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    for key in plain.textKeys():
        plain.setText(key, "")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    plain.save(buffer, "JPG", 85)  # type: ignore[call-overload]  # PySide6 takes the format as str, its stubs as bytes
    return bytes(buffer.data().data())

"""The first side of a room: what it is, how many it holds, what stands in it, what it is for, what it looks like."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desk_app.domain.bookings.rooms import ROOM_PURPOSES
from desk_app.ui import room_words
from desk_app.ui.pages.settings.form import Form
from desk_app.ui.pages.settings.rooms_lines import show_refusal
from desk_app.ui.pages.settings.rooms_model import RoomsModel, RoomsState
from desk_app.ui.pages.settings.rooms_photos import Photos
from desk_app.ui.pages.settings.rooms_toggles import RoomToggles
from desk_app.ui.widgets import Field, Label
from desk_app.ui.widgets.editors import NumberEditor, TextEditor

_PHOTO = (224, 126)


class BasicsSide(QWidget):
    """Fields in two columns, then the choices that can be many."""

    def __init__(self, model: RoomsModel, photos: Photos, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._photos = model, photos
        self.form = Form(model.edit)
        self.name, self.floor, self.area = TextEditor(30), TextEditor(12), TextEditor(8)
        self.features, self.home_desk = TextEditor(120), TextEditor(1)
        self.capacity = NumberEditor(0, 2000)
        self.purposes = {purpose: QPushButton() for purpose in ROOM_PURPOSES}
        self._photo_shown = "?"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(12)
        column.addLayout(self._grid())
        column.addWidget(self._purpose_field())
        column.addWidget(self._part_field())
        column.addWidget(self._photo_field())
        column.addStretch(1)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for place, editor, row, column, span in (
            ("room.name", self.name, 0, 0, 2),
            ("room.floor", self.floor, 0, 2, 1),
            ("room.capacity", self.capacity, 1, 0, 1),
            ("room.area", self.area, 1, 1, 1),
            ("room.home_desk", self.home_desk, 1, 2, 1),
            ("room.features", self.features, 2, 0, 3),
        ):
            grid.addWidget(self.form.add(place, editor), row, column, 1, span)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        return grid

    def _purpose_field(self) -> Field:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        for number, (purpose, button) in enumerate(self.purposes.items()):
            button.setCheckable(True)
            button.clicked.connect(partial(self._model.toggle_purpose, purpose))
            grid.addWidget(button, number // 3, number % 3)
        self.purpose_field = Field(holder)
        return self.purpose_field

    def _part_field(self) -> Field:
        self.parts = RoomToggles(self._model.toggle_part)
        self.part_field = Field(self.parts)
        return self.part_field

    def _photo_field(self) -> Field:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self.photo = Label()
        self.photo.setFixedSize(*_PHOTO)
        self.photo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.photo.setProperty("role", "photo")
        self.choose_photo, self.drop_photo = QPushButton(), QPushButton()
        self.choose_photo.clicked.connect(self._choose_photo)
        self.drop_photo.clicked.connect(partial(self._model.edit, "room", "photo", ""))
        for widget in (self.photo, self.choose_photo, self.drop_photo):
            row.addWidget(widget)
        row.addStretch(1)
        self.photo_field = Field(holder)
        return self.photo_field

    def _choose_photo(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Photo of the room"), "", "*.jpg *.jpeg *.png *.webp *.bmp")
        if path:
            self.take_photo(path)

    def take_photo(self, path: str) -> None:
        """Keep a copy of the picture at `path`; a file that is no picture is refused beside the field."""
        name = self._photos.keep(path)
        if name:
            self.photo_field.accept()
            self._model.edit("room", "photo", name)
        else:
            self.photo_field.refuse(self.tr("This file is not a picture the desk can read."))

    def retranslate(self) -> None:
        """Set every word anew."""
        self.form.retitle(
            {
                "room.name": self.tr("Name"),
                "room.floor": self.tr("Floor or place"),
                "room.capacity": self.tr("People at most"),
                "room.area": self.tr("Area in ㎡"),
                "room.home_desk": self.tr("Home desk (letter)"),
                "room.features": self.tr("What stands in it"),
            }
        )
        self.capacity.setSpecialValueText(self.tr("no limit"))
        self.features.setPlaceholderText(self.tr("projector, whiteboard, induction loop"))
        self.floor.setPlaceholderText(self.tr("2nd floor"))
        self.home_desk.setPlaceholderText(self.tr("any"))
        self.purpose_field.set_title(self.tr("Kept for these purposes (none chosen: for all)"))
        self.part_field.set_title(self.tr("A movable wall cuts it into"))
        self.photo_field.set_title(self.tr("Photo, of the empty room"))
        self.choose_photo.setText(self.tr("Choose…"))
        self.drop_photo.setText(self.tr("Remove"))
        for purpose, button in self.purposes.items():
            button.setText(room_words.purpose(purpose))
        self._photo_shown = "?"

    def render_state(self, state: RoomsState) -> None:
        """Show the draft of the room."""
        draft = state.room
        if draft is None:
            return
        self.form.show(state, state.refusals)
        for purpose, button in self.purposes.items():
            button.setChecked(purpose in draft.purposes)
        others = [room for room in state.rooms if room.id != draft.id and room.in_service]
        self.parts.show_rooms(others, draft.parts)
        self.part_field.setVisible(bool(others))
        show_refusal(self.part_field, state.refusals.get("room.parts"))
        self._show_photo(draft.photo)

    def _show_photo(self, name: str) -> None:
        self.drop_photo.setVisible(bool(name))
        if name == self._photo_shown:
            return
        self._photo_shown = name
        path = self._photos.path(name)
        picture = QPixmap(str(path)) if path else QPixmap()
        if picture.isNull():
            self.photo.clear()
            self.photo.setText(self.tr("no photo"))
            return
        fitted = picture.scaled(*_PHOTO, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        self.photo.setPixmap(fitted)

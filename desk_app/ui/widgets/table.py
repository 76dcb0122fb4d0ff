"""The table of the desk: whole rows, thin lines, sortable, rows as high as the theme wants them."""

from __future__ import annotations

from PySide6.QtCore import Property, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget


class DeskTable(QTableView):
    """Enter or a click acts on a row; Tab leaves the table instead of walking through its cells."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setIconSize(QSize(11, 11))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def stretch(self, column: int) -> None:
        """Give one column the room that is left."""
        self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def _get_row_height(self) -> int:
        return self.verticalHeader().defaultSectionSize()

    def _set_row_height(self, height: int) -> None:
        self.verticalHeader().setDefaultSectionSize(height)

    # set by the style sheet (qproperty-deskRowHeight), so that the large-text view has large rows
    deskRowHeight = Property(int, _get_row_height, _set_row_height)  # noqa: N815  (Qt style)

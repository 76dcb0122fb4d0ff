"""The window: the rail, the top bar, one page at a time, and the states of reader, printer and store in words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QSettings, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desk_app.core.config import Config
from desk_app.core.errors import EnvironmentTrouble
from desk_app.domain.slips import PrintState
from desk_app.ui import messages
from desk_app.ui.context import Context
from desk_app.ui.idle import IdleWatch
from desk_app.ui.page import Page, PageEntry
from desk_app.ui.pages import FIRST_PAGE, PAGES
from desk_app.ui.theme import Theme
from desk_app.ui.wedge import WedgeFilter
from desk_app.ui.widgets.notice import NoticeLine
from desk_app.ui.widgets.rail import Rail
from desk_app.ui.widgets.toast import ToastLine
from desk_app.ui.widgets.top_bar import SEARCH_KEY, TopBar


class MainWindow(QMainWindow):
    """Pages are made when first shown. `geometry` is the file that remembers where the window stood."""

    def __init__(
        self, context: Context, app: QApplication, geometry: Path, entries: Sequence[PageEntry] = PAGES
    ) -> None:
        super().__init__()
        self.context = context
        self._entries = {entry.id: entry for entry in entries}
        self._pages: dict[str, Page] = {}
        self._in_doubt = 0
        self._geometry = geometry
        self.rail = Rail(entries)
        self.top_bar = TopBar()
        self.notice = NoticeLine()
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect(app)
        self._restyle(context.look.theme)
        self._apply(context.settings.config)
        self.retranslate()
        self._restore()
        self._names_hidden = False
        self.show_page(FIRST_PAGE if FIRST_PAGE in self._entries else entries[0].id)
        self._watch(app)
        self._count_slips()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.top_bar)
        right.addWidget(self.notice)
        right.addWidget(self.stack, 1)
        self._right = right
        canvas = QWidget()
        canvas.setObjectName("canvas")
        whole = QHBoxLayout(canvas)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.rail)
        whole.addLayout(right, 1)
        self.setCentralWidget(canvas)

    def _connect(self, app: QApplication) -> None:
        bridge = self.context.bridge
        self.rail.wanted.connect(self.show_page)
        bridge.reader_state.connect(self._show_states)
        bridge.scanner_state.connect(self._show_states)
        bridge.printer_changed.connect(self._show_states)
        bridge.store_changed.connect(self._show_states)
        bridge.job_changed.connect(self._count_slips)
        bridge.data_changed.connect(self._data_changed)
        self.context.settings.changed.connect(self._apply)
        self.context.look.changed.connect(self._restyle)
        self.top_bar.search_box.textEdited.connect(self._search_typed)
        for entry in self._entries.values():
            shortcut = QShortcut(entry.sequence(), self)
            shortcut.activated.connect(self.rail.buttons[entry.id].click)
        find = QShortcut(QKeySequence(SEARCH_KEY), self)
        find.activated.connect(self.focus_search)
        self._minute = QTimer(self)
        self._minute.setInterval(1000)
        self._minute.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._minute.timeout.connect(self._show_time)
        self._minute.start()

    def _watch(self, app: QApplication) -> None:
        """Filters that see every event of the application; put in last, because building a page sends ten thousand."""
        self._wedge = WedgeFilter(app, self.context.clock, self.context.bridge, self)
        self._idle = IdleWatch(app, self)
        self._idle.idle.connect(self._hide_names)
        self._follow_idle_setting(self.context.settings.config)
        self.context.settings.changed.connect(self._follow_idle_setting)

    def _follow_idle_setting(self, config: Config) -> None:
        self._idle.set_seconds(config.look.hide_names_after_seconds)

    # ---- pages ----

    @property
    def page(self) -> Page:
        """The page that is open."""
        current = self.stack.currentWidget()
        if not isinstance(current, Page):
            raise TypeError("no page is open yet")
        return current

    @property
    def page_ids(self) -> tuple[str, ...]:
        """Every page of the rail."""
        return tuple(self._entries)

    def show_page(self, page_id: str) -> None:
        """Open a page; what was typed on the one before stays there."""
        before = self.stack.currentWidget()
        page = self._pages.get(page_id) or self._make(page_id)
        if before is page:
            return
        if isinstance(before, Page):
            before.hidden()
        self.stack.setCurrentWidget(page)
        self.rail.show_current(page_id)
        page.hide_names(self._names_hidden)
        page.shown()
        self._share_undo_key()
        (page.first_focus() or page).setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, page_id: str) -> Page:
        page = self._entries[page_id].open(self.context)
        page.retranslate()
        self._pages[page_id] = page
        self.stack.addWidget(page)
        if page.news is not None:
            self._right.addWidget(page.news)
            page.speaks.connect(self._share_undo_key)
            page.called.connect(partial(self.show_page, page_id))
        if page.searches:
            page.attach_search(self.top_bar.search_box)
        return page

    def _share_undo_key(self) -> None:
        """One line at a time answers Ctrl+Z; of two Qt would let none."""
        speaking = any(page.news is not None and not page.news.isHidden() for page in self._pages.values())
        for toast in self.page.findChildren(ToastLine):
            toast.give_way(speaking)

    def focus_search(self) -> None:
        """Bring the page that searches to the front and put the cursor into the box."""
        self._show_searching_page()
        self.top_bar.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top_bar.search_box.selectAll()

    def _search_typed(self) -> None:
        if not self.page.searches:
            self._show_searching_page()
            self.top_bar.search_box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_searching_page(self) -> None:
        if FIRST_PAGE in self._entries:
            self.show_page(FIRST_PAGE)

    # ---- what the window shows by itself ----

    def retranslate(self) -> None:
        """Set every word of the frame anew."""
        self.setWindowTitle(self.context.settings.config.hub.formal_name)
        self.rail.retranslate()
        self.top_bar.retranslate()
        self._show_time()
        self._show_states()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt's name)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _apply(self, config: Config) -> None:
        self.top_bar.show_hub(config.hub.formal_name)
        self.setWindowTitle(config.hub.formal_name)
        self._show_states()

    def _restyle(self, theme: Theme) -> None:
        self.rail.restyle(theme)
        self.top_bar.restyle(theme)

    def _show_time(self) -> None:
        self.top_bar.show_time(self.context.clock.now())

    def _show_states(self) -> None:
        bridge, book = self.context.bridge, self.context.settings
        reader, scanner = messages.link(bridge.link), messages.scanner(bridge.scanner)
        at = book.config.printer
        where, model = (at.url, at.model) if at else ("", "")
        printer = messages.printer(bridge.printer, bridge.printer_detail, where=where, model=model)
        store = messages.store(bridge.store)
        self.top_bar.reader_pill.show_state(reader)
        self.top_bar.printer_pill.show_state(printer)
        self.top_bar.store_pill.show_state(store)
        bad = [words for words in (store, reader, printer, scanner) if words.tone is messages.Tone.BAD]
        file = messages.settings_file(book.problems, book.file_name, book.kept_as)
        self.notice.show_worst((*bad, messages.slips_in_doubt(self._in_doubt), file))

    def _count_slips(self) -> None:
        """Whether the clerk must say of some slip that it came out; a point read."""
        try:
            unsettled = self.context.desk.slips.unsettled()
        except EnvironmentTrouble:  # the store says so itself, on its own pill
            return
        self._in_doubt = sum(job.state is PrintState.UNCERTAIN for job in unsettled)
        self._show_states()

    def _data_changed(self, nouns: frozenset[str]) -> None:
        if "slips" in nouns:
            self._count_slips()

    def _hide_names(self, hide: bool) -> None:
        self._names_hidden = hide
        self.page.hide_names(hide)

    # ---- where the window stands ----

    def _restore(self) -> None:
        saved = QSettings(str(self._geometry), QSettings.Format.IniFormat).value("window")
        available = QGuiApplication.primaryScreen().availableGeometry()
        self.setMinimumSize(min(1024, available.width()), min(640, available.height()))
        self.resize(min(1366, available.width()), min(768, available.height()))
        if saved is not None:
            self.restoreGeometry(saved)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  (Qt's name)
        QSettings(str(self._geometry), QSettings.Format.IniFormat).setValue("window", self.saveGeometry())
        super().closeEvent(event)

"""The check-in page 登记 (F2): three columns, the keys, and where the keyboard goes. Meaning is the model's affair."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk_app.core.i18n import QT_TRANSLATE_NOOP
from desk_app.ui.context import Context
from desk_app.ui.page import Page, PageEntry
from desk_app.ui.pages.visits.drafts import Search
from desk_app.ui.pages.visits.house import HouseCard
from desk_app.ui.pages.visits.middle import Middle
from desk_app.ui.pages.visits.model import CheckInModel
from desk_app.ui.pages.visits.news import NewsLine
from desk_app.ui.pages.visits.reader_card import ReaderCard, WithoutCard
from desk_app.ui.pages.visits.state import Panel, State
from desk_app.ui.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier, Qt.KeyboardModifier.ShiftModifier)


class VisitsPage(Page):
    """Digits, letters, Enter and Esc arrive here only when no field wants them: a field always comes first."""

    searches = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.model = CheckInModel(context, self)
        self.reader = ReaderCard(context.look)
        self.without_card = WithoutCard(context.look)
        self.middle = Middle(self.model, context.look)
        self.house = HouseCard(context.look)
        self.news: NewsLine = NewsLine(context.look, ENTRY.key)
        self._box: QLineEdit | None = None
        self._state: State | None = None
        self._lay_out()
        self._connect()
        self._shortcuts()
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self.model.tick)
        self._fit(context.look.theme)
        self.render_state(self.model.state)

    def _lay_out(self) -> None:
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(16)
        left.addWidget(self.reader)
        left.addWidget(self.without_card, 1)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(16, 16, 16, 16)
        columns.setSpacing(16)
        columns.addWidget(self._left)
        columns.addWidget(self.middle, 1)
        columns.addWidget(self.house)

    def _connect(self) -> None:
        model, middle = self.model, self.middle
        model.changed.connect(self.render_state)
        model.search.changed.connect(self._show_search)
        self.without_card.manual.clicked.connect(lambda: model.open(Panel.NEWCOMER))
        self.without_card.group.clicked.connect(lambda: model.open(Panel.GROUP))
        self.without_card.count.clicked.connect(model.count_one)
        self.without_card.scan.clicked.connect(lambda: model.open(Panel.SCAN))
        middle.title.left.connect(model.leave_panel)
        middle.header.amend.clicked.connect(model.amend)
        middle.line.undo_asked.connect(model.undo)
        middle.line.print_asked.connect(model.print_slip)
        middle.line.sign_out_asked.connect(model.done)
        middle.purposes.kind_chosen.connect(model.choose_kind)
        middle.purposes.session_chosen.connect(model.choose_session)
        middle.purposes.chips.regular_set.connect(model.set_regular)
        middle.purposes.companions.changed_by.connect(model.add_companions)
        middle.purposes.done.clicked.connect(model.done)
        middle.search.picked.connect(model.pick)
        middle.scan.scanned.connect(self._slip_typed)
        middle.roll_call.print_again.connect(model.call_the_roll)
        self.news.undo_asked.connect(model.undo)
        self.news.going_asked.connect(self.called)
        self.news.speaks.connect(self.speaks)
        model.behind.connect(self.news.tell)
        self.house.list.leaving.connect(model.sign_out)
        self.house.all_out.clicked.connect(model.sign_out_all)
        self.house.roll_call.clicked.connect(model.call_the_roll)
        self.house.banner.opened.connect(lambda: model.open(Panel.CLOSING))
        self.house.banner.put_off.connect(model.put_off_closing)
        self.context.look.changed.connect(self._fit)
        self.context.settings.changed.connect(model.reload)

    def _shortcuts(self) -> None:
        # Not the buttons' own shortcuts: those act 100 ms late, after Qt has played their pressing.
        for keys, act in (
            ("Ctrl+N", lambda: self.model.open(Panel.NEWCOMER)),
            ("Ctrl+G", lambda: self.model.open(Panel.GROUP)),
            ("+", self.model.count_one),
            ("Ctrl+O", lambda: self.model.open(Panel.SCAN)),
            ("Ctrl+Z", self.model.undo),
            ("Ctrl+D", self.model.amend),
            ("F9", self.model.call_the_roll),
            ("F10", lambda: self.model.open(Panel.CLOSING)),
            ("Ctrl+Up", lambda: self.model.add_companions(1)),
            ("Ctrl+Down", lambda: self.model.add_companions(-1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(act)

    def _fit(self, theme: Theme) -> None:
        """Column widths of the design; the large-text view takes its room from the margins."""
        margin = theme.gap
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(margin, margin, margin, margin)
            layout.setSpacing(margin)
        self._left.setFixedWidth(250 if theme.large else 300)
        self.house.setFixedWidth(312 if theme.large else 316)

    # -- what the frame asks ------------------------------------------------------------------------------------
    def retranslate(self) -> None:
        """Set every fixed word on the page anew."""
        for part in (self.reader, self.without_card, self.middle, self.house, self.news):
            part.retranslate()

    def attach_search(self, box: QLineEdit) -> None:
        """Answer the search box of the top bar."""
        self._box = box
        box.textEdited.connect(self.model.look_for)
        box.installEventFilter(self)

    def first_focus(self) -> QWidget:
        """The page itself, so that digits and letters mean what they say beside them."""
        return self

    def shown(self) -> None:
        """Fetch what changed meanwhile and follow the clock."""
        self.news.fall_silent()
        self.model.came_forward()
        self._second.start()

    def hidden(self) -> None:
        """Nothing to follow while nobody looks; drafts stay."""
        self._second.stop()
        self.model.went_back()

    def hide_names(self, hide: bool) -> None:
        """Mask names, or show them again."""
        self.model.hide_names(hide)

    # -- painting -----------------------------------------------------------------------------------------------
    def render_state(self, state: State) -> None:
        """Show what changed since the last state."""
        before, self._state = self._state, state
        if before is None or before.reader != state.reader:
            self.reader.show_view(state.reader)
        self.middle.show_state(state)
        if before is None or _house(before) != _house(state):
            self.house.show_state(state)
        if before is not None and before.panel is not state.panel:
            self._place_keyboard(state.panel)
        elif before is not None and before.shown is not state.shown and state.shown is not None:
            self._free_keyboard()

    def _place_keyboard(self, panel: Panel) -> None:
        """A panel starts at its first field; back at the person the page listens for digits again."""
        if panel is Panel.PERSON:
            self._free_keyboard()
        elif self.isVisible():
            self.middle.views[panel].begin()

    def _free_keyboard(self) -> None:
        """Let the digits mean purposes, unless somebody is in the middle of typing a search."""
        typing = self._box is not None and self._box.hasFocus() and bool(self._box.text())
        if self.isVisible() and not typing:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_search(self, state: Search) -> None:
        if self._box is not None and self._box.text() != state.text:
            self._box.setText(state.text)

    def _slip_typed(self, text: str) -> None:
        if self.model.sign_out_by_slip(text):
            self.middle.scan.done()

    # -- keys ---------------------------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        plain = event.modifiers() in _PLAIN
        if event.key() in _ENTER:
            self._enter()
        elif event.key() == Qt.Key.Key_Escape:
            self.model.leave_panel()
        elif plain and self._acts_on_visit(event.text()):
            self._act_on_visit(event.text())
        elif plain and event.text().isalnum():
            self._start_typing(event.text())
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        panel = self.model.state.panel
        if panel is Panel.PERSON:
            self.model.done()
        elif panel is Panel.CLOSING:
            self.model.closing.apply()
        elif panel is Panel.SEARCH:
            self.model.pick()

    def _acts_on_visit(self, text: str) -> bool:
        state = self.model.state
        somebody = state.panel is Panel.PERSON and state.shown is not None
        return somebody and bool(text) and text in "123456789pP"

    def _act_on_visit(self, text: str) -> None:
        if text in "pP":
            self.model.print_slip()
        else:
            self.model.press_digit(int(text))

    def _start_typing(self, text: str) -> None:
        """Letters, and digits while nobody stands in the middle, begin a search."""
        if self._box is None or self.model.state.panel not in (Panel.PERSON, Panel.SEARCH):
            return
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._box.end(False)
        self._box.insert(text)
        self.model.look_for(self._box.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """The search box: arrows, Enter and Esc drive the list; an empty box leaves Ctrl+Z to the desk."""
        box = self._box
        if box is None or watched is not box or not self.isVisible():
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.FocusIn and box.text().strip():
            self.model.look_for(box.text())
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.ShortcutOverride and event.matches(QKeySequence.StandardKey.Undo):
            if box.text():
                return super().eventFilter(watched, event)
            event.ignore()
            return True
        if event.type() is QEvent.Type.KeyPress:
            return self._key_in_box(event)
        return super().eventFilter(watched, event)

    def _key_in_box(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.model.search.move(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in _ENTER:
            self._enter()
        elif event.key() == Qt.Key.Key_Escape:
            self.model.leave_panel()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return False
        return True


def _house(state: State) -> tuple[object, ...]:
    return state.presences, state.occupancy, state.closing_due, state.names_hidden


ENTRY = PageEntry(
    id="visits",
    #: 登记
    title=QT_TRANSLATE_NOOP("pages", "Check in"),
    icon="id-card",
    key="F2",
    open=VisitsPage,
)

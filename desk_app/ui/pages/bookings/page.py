"""The bookings page 预约 (F3): the head, a view, the line, the panel; and which key means what."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk_app.core.i18n import QT_TRANSLATE_NOOP
from desk_app.ui.context import Context
from desk_app.ui.page import Page, PageEntry
from desk_app.ui.pages.bookings import line, reasons, words
from desk_app.ui.pages.bookings.booking_panel import BookingPanel
from desk_app.ui.pages.bookings.cells import CellGrid
from desk_app.ui.pages.bookings.desk_panel import DeskPanel
from desk_app.ui.pages.bookings.draft import Draft
from desk_app.ui.pages.bookings.drag import Ghost, Grip
from desk_app.ui.pages.bookings.head import Head
from desk_app.ui.pages.bookings.ink import Answer
from desk_app.ui.pages.bookings.listing import BookingList
from desk_app.ui.pages.bookings.model import BookingsModel
from desk_app.ui.pages.bookings.new_panel import NewPanel
from desk_app.ui.pages.bookings.sheets import cell_sheet, day_sheet, list_rows
from desk_app.ui.pages.bookings.state import Panel, State, View
from desk_app.ui.pages.bookings.timeline import Timeline
from desk_app.ui.theme import Theme
from desk_app.ui.widgets import Card, Label, ToastLine
from desk_app.ui.widgets.toast import ToastAction


class BookingsPage(Page):
    """The timeline has the keyboard when the page opens; a panel takes it only when it was asked for."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model = BookingsModel(context, self)
        look = context.look
        self.head = Head(look)
        self.timeline = Timeline(look)
        self.cells = CellGrid(look)
        self.list = BookingList(look)
        self.empty = Label(role="secondary", wrap=True)
        self.toast = ToastLine()
        self.panels: dict[Panel, NewPanel | BookingPanel | DeskPanel] = {
            Panel.DESK: DeskPanel(self.model),
            Panel.NEW: NewPanel(self.model, look),
            Panel.BOOKING: BookingPanel(self.model, look),
        }
        self._state: State | None = None
        self._lay_out()
        self._connect()
        self._shortcuts()
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self.model.tick)
        self._fit(look.theme)
        self.retranslate()

    @property
    def new_panel(self) -> NewPanel:
        panel = self.panels[Panel.NEW]
        assert isinstance(panel, NewPanel)  # noqa: S101  (as made above)
        return panel

    @property
    def booking_panel(self) -> BookingPanel:
        panel = self.panels[Panel.BOOKING]
        assert isinstance(panel, BookingPanel)  # noqa: S101  (as made above)
        return panel

    def _lay_out(self) -> None:
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack = QStackedWidget()
        for view in (self.timeline, self.cells, self.list, self.empty):
            self.stack.addWidget(view)
        self.card = Card(headed=False)
        self.card.body.setContentsMargins(14, 10, 14, 10)
        self.card.body.setSpacing(8)
        self.card.body.addWidget(self.stack, 1)
        self.card.body.addWidget(self.toast)
        self.side = Card()
        self.side_stack = QStackedWidget()
        for panel in self.panels.values():
            self.side_stack.addWidget(panel)
        self.side.body.addWidget(self.side_stack, 1)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.card, 1)
        below.addWidget(self.side)
        self._below = below
        whole = QVBoxLayout(self)
        whole.addWidget(self.head)
        whole.addLayout(below, 1)

    def _connect(self) -> None:
        model, timeline, head = self.model, self.timeline, self.head
        model.changed.connect(self.render_state)
        model.draft.changed.connect(self._show_draft)
        head.gone.connect(model.go)
        head.today_wanted.connect(model.go_today)
        head.day_chosen.connect(model.show_day)
        head.view_chosen.connect(model.show_view)
        head.heads_wanted.connect(model.filter_heads)
        head.feature_wanted.connect(model.filter_feature)
        head.new_wanted.connect(self._new_booking)
        timeline.slot_wanted.connect(self._book_here)
        timeline.cursor_moved.connect(model.point)
        timeline.booking_chosen.connect(model.choose)
        timeline.booking_opened.connect(self._open_booking)
        timeline.booking_changed.connect(model.move)
        timeline.cancel_wanted.connect(model.cancel)
        timeline.day_wanted.connect(model.go)
        timeline.asked.connect(self._answer)
        self.cells.day_opened.connect(self._open_day)
        self.cells.booking_chosen.connect(model.choose)
        self.list.booking_chosen.connect(model.choose)
        self.list.looked_for.connect(model.find)
        self.context.look.changed.connect(self._fit)
        self.context.settings.changed.connect(model.settings_changed)

    def _shortcuts(self) -> None:
        # Not the buttons' own shortcuts: those act 100 ms late, after Qt has played their pressing.
        for keys, act in (
            ("Ctrl+B", self._new_booking),
            ("Ctrl+Return", self._finish),
            ("Ctrl+Enter", self._finish),
            ("Ctrl+T", self.model.go_today),
            ("Ctrl+1", lambda: self.model.show_view(View.DAY)),
            ("Ctrl+2", lambda: self.model.show_view(View.WEEK)),
            ("Ctrl+3", lambda: self.model.show_view(View.MONTH)),
            ("Ctrl+4", lambda: self.model.show_view(View.LIST)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(act)

    def _fit(self, theme: Theme) -> None:
        """Sizes of the design; the large-text view takes its room from the margins."""
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(theme.gap, theme.gap, theme.gap, theme.gap)
            layout.setSpacing(theme.gap)
        self._below.setSpacing(theme.gap)
        self.side.setFixedWidth(420 if theme.large else 316)
        self.toast.setFixedHeight(theme.toast + 10)
        # large type has no room to keep free for a line that may come
        policy = self.toast.sizePolicy()
        policy.setRetainSizeWhenHidden(not theme.large)
        self.toast.setSizePolicy(policy)
        self.new_panel.book.cap.setVisible(not theme.large)

    # -- what the frame asks ------------------------------------------------------------------------------------
    def retranslate(self) -> None:
        """Set every fixed word on the page anew."""
        #: 场地时间轴：方向键选时间，回车预约，Alt+方向键移动，Ctrl+Shift+左右改时长，Del 取消
        name = self.tr("Timeline: arrows choose, Enter books, Alt+arrows move, Ctrl+Shift+arrows resize, Del cancels")
        self.timeline.setAccessibleName(name)
        self.cells.setAccessibleName(self.tr("Bookings by day: arrows walk, Enter opens the day"))
        #: 还有 {count} 个
        self.cells.more = self.tr("{count} more")
        self.head.retranslate()
        self.list.retranslate()
        for panel in self.panels.values():
            panel.retranslate()
        self._state = None
        self.render_state(self.model.state)

    def first_focus(self) -> QWidget:
        """The view, so that arrows choose a time."""
        return self._view(self.model.state)

    def shown(self) -> None:
        """Fetch what changed meanwhile and follow the clock."""
        self.model.came_forward()
        self._second.start()

    def hidden(self) -> None:
        """Nothing to follow while nobody looks; the draft stays."""
        self._second.stop()
        self.model.went_back()

    def hide_names(self, hide: bool) -> None:
        """Mask names, or show them again."""
        self.model.hide_names(hide)

    # -- painting -----------------------------------------------------------------------------------------------
    def render_state(self, state: State) -> None:
        """Show what the state says; hidden views are left as they are."""
        before, self._state = self._state, state
        self.head.show_state(state)
        view = self._view(state)
        self.stack.setCurrentWidget(view)
        if view is self.timeline:
            self.timeline.show_sheet(day_sheet(state))
            self.timeline.show_chosen(state.chosen.booking.id if state.chosen is not None else None)
            self._show_ghost(state, self.model.draft.state)
        elif view is self.cells:
            self.cells.show_sheet(cell_sheet(state))
            if before is None or (before.day, before.view) != (state.day, state.view):
                self.cells.stand_on(state.day)
        elif view is self.list:
            self.list.show_rows(list_rows(state), state.search)
        else:
            self.empty.setText(self._nothing(state))
        self._show_panel(state, before)
        if before is None or before.line is not state.line or before.can_undo != state.can_undo:
            #: 撤销
            line.say(self.toast, state, ToastAction(self.tr("Undo"), "Ctrl+Z", self.model.undo))

    def _view(self, state: State) -> QWidget:
        if not state.shown_rooms:
            return self.empty
        views: dict[View, QWidget] = {View.DAY: self.timeline, View.LIST: self.list}
        return views.get(state.view, self.cells)

    def _nothing(self, state: State) -> str:
        if not state.house.in_service:
            #: 还没有场地。到 设置（F8）→ 场地 里添加，就能在这里预约。
            return self.tr("There are no rooms yet. Add them under Settings (F8), Rooms; then they can be booked here.")
        #: 没有这样的场地。放宽上面的人数或设备。
        return self.tr("No room is like that. Choose fewer people or other equipment above.")

    def _show_panel(self, state: State, before: State | None) -> None:
        panel = self.panels[state.panel]
        self.side_stack.setCurrentWidget(panel)
        panel.show_state(state)
        heading = {
            #: 待办
            Panel.DESK: self.tr("To do"),
            #: 新预约
            Panel.NEW: self.tr("New booking"),
            #: 预约
            Panel.BOOKING: self.tr("Booking"),
        }[state.panel]
        self.side.heading.setText(heading)
        #: Esc 收起
        self.side.aside.setText("" if state.panel is Panel.DESK else self.tr("Esc closes"))
        if before is not None and before.panel is not state.panel and state.panel is Panel.DESK and self.isVisible():
            self._view(state).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_draft(self, draft: Draft) -> None:
        if self._state is not None and self._view(self._state) is self.timeline:
            self._show_ghost(self._state, draft)

    def _show_ghost(self, state: State, draft: Draft) -> None:
        """The slot of the draft, or of a change that waits for its answer, on the timeline."""
        pending = state.pending
        if state.panel is Panel.NEW and draft.room_id is not None and draft.slot is not None:
            same_day = draft.slot.day == state.day
            checked = draft.checked
            verdict = checked.verdicts[0] if checked is not None and checked.verdicts else None
            answer = Answer(verdict is None or verdict.free, "" if verdict is None else words.verdict(verdict.kind))
            ghost = Ghost(Grip.MAKE, draft.room_id, draft.slot)
            self.timeline.show_pending(ghost if same_day else None, answer)
        elif pending is not None and state.chosen is not None and pending.slot.day == state.day:
            own = pending.own
            free = pending.trouble is None and (own is None or own.after is not None)
            why = reasons.of_verdict(own.verdict, state.today) if own is not None else ""
            ghost = Ghost(Grip.MOVE, pending.room_id, pending.slot, state.chosen.booking.id)
            self.timeline.show_pending(ghost, Answer(free, why))
        else:
            self.timeline.show_pending(None)

    def _answer(self, ghost: Ghost) -> None:
        """A hand drags: is it free there?"""
        verdict = self.model.verdict_on(ghost.room_id, ghost.slot, ghost.booking_id)
        if verdict is None:
            self.timeline.answer(Answer(False))
        else:
            said = words.verdict(verdict.kind) if verdict.free else reasons.of_verdict(verdict, self.model.state.today)
            self.timeline.answer(Answer(verdict.free, said))

    # -- what is asked for --------------------------------------------------------------------------------------
    def _new_booking(self) -> None:
        place = self.timeline.place
        here = self.timeline.isVisible() and place is not None and place.booking_id is None
        if here and place is not None and self.timeline.hasFocus():
            self._book_here(place.room_id, place.slot)
        else:
            self.model.start_booking()
            self.new_panel.begin()

    def _book_here(self, room_id: UUID, slot: object) -> None:
        self.model.start_booking(room_id, slot)  # type: ignore[arg-type]  # a Slot, as the timeline's signal says
        self.new_panel.begin()

    def _open_booking(self, booking_id: UUID) -> None:
        self.model.choose(booking_id)
        self.booking_panel.begin()

    def _open_day(self, day: date, room_id: UUID | None) -> None:
        self.model.show_view(View.DAY, day)
        if room_id is not None and self.timeline.place is not None:
            self.timeline.place_cursor(room_id, self.timeline.place.slot.on(day))
        self.timeline.setFocus(Qt.FocusReason.OtherFocusReason)

    def _finish(self) -> None:
        """Ctrl+Enter: book what stands in the panel."""
        if self.model.state.panel is Panel.NEW:
            self.model.draft.book()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        if event.key() == Qt.Key.Key_Escape:
            self.model.leave_panel()
        else:
            super().keyPressEvent(event)


ENTRY = PageEntry(
    id="bookings",
    #: 预约
    title=QT_TRANSLATE_NOOP("pages", "Bookings"),
    icon="calendar-days",
    key="F3",
    open=BookingsPage,
)

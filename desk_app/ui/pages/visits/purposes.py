"""Why they came: the nine kinds on their keys, today's activities beneath, and who came along."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk_app.core.clock import shanghai
from desk_app.domain.catalogue import ServiceKind, Session
from desk_app.ui import messages
from desk_app.ui.pages.visits.rows import font, write
from desk_app.ui.pages.visits.state import Shown, State
from desk_app.ui.theme import Look, Theme
from desk_app.ui.widgets import KeyCapButton, Label
from desk_app.ui.widgets.scrolled import scrolled

DOT = " · "


class PurposeButton(QAbstractButton):
    """A kind with its colour on the edge, its key in the corner and today's sessions beneath. Painted, not styled:
    nine of them change at every tap."""

    def __init__(self, kind: ServiceKind, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self._look = look
        self.short = ""
        self.beneath = ""
        self._parts: tuple[str, ...] = ()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self.updateGeometry)

    def show_words(self, name: str, short: str, beneath: str, *, whole_parts: bool = False) -> None:
        """Set the name, the one for narrow buttons, and the line of today's sessions or of what belongs to the kind.

        With `whole_parts` a narrow button leaves out what follows a "·" rather than cutting a word.
        """
        self.short = short
        self._parts = tuple(beneath.split(DOT)) if whole_parts else (beneath,)
        if (name, beneath) != (self.text(), self.beneath):
            self.setText(name)
            self.beneath = beneath
            self.setAccessibleName(f"{self.kind.digit} {name}")
            self.setAccessibleDescription(beneath)
            self.setToolTip(beneath)
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        theme = self._look.theme
        name = QFontMetrics(font(theme.body, bold=True))
        beneath = QFontMetrics(font(theme.secondary))
        width = name.horizontalAdvance(self.short) + 52 + (theme.keycap if theme.large else 0)
        return QSize(width, max(theme.target, name.height() + beneath.height() + (8 if theme.large else 26)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        return QSize(96, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        del event
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self.rect().adjusted(1, 1, -2, -2)
        outline = QPainterPath()
        outline.addRoundedRect(frame, theme.radius_control, theme.radius_control)
        chosen = self.isChecked()
        ground = "brand_soft" if chosen else "canvas" if self.underMouse() and self.isEnabled() else "surface"
        painter.fillPath(outline, theme.colour(ground))
        painter.setClipPath(outline)
        painter.fillRect(QRect(frame.left(), frame.top(), 6, frame.height() + 1), theme.kind(self.kind))
        painter.setClipping(False)
        edge = "info" if self.hasFocus() else "brand" if chosen else "line"
        painter.setPen(QPen(theme.colour(edge), 2.5 if chosen or self.hasFocus() else 1))
        painter.drawPath(outline)
        self._write(painter, frame)

    def _write(self, painter: QPainter, frame: QRect) -> None:
        theme = self._look.theme
        ink = theme.colour("ink" if self.isEnabled() else "ink_2")
        painter.setFont(font(theme.keycap))
        cap_width = max(18, painter.fontMetrics().horizontalAdvance("0") + 11)
        cap_height = painter.fontMetrics().height() + 2
        cap = QRect(frame.right() - cap_width - 7, frame.top() + 8, cap_width, cap_height)
        painter.setPen(theme.colour("line"))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(theme.colour("ink_2"))
        painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), str(self.kind.digit))
        name_height = QFontMetrics(font(theme.body, bold=True)).height()
        small_height = QFontMetrics(font(theme.secondary)).height()
        top = frame.top() + (frame.height() - name_height - small_height) // 2
        left = frame.left() + 18
        room = QRect(left, top, cap.left() - left - 4, name_height)
        fits = QFontMetrics(font(theme.body, bold=True)).horizontalAdvance(self.text()) <= room.width()
        write(painter, room, self.text() if fits else self.short, ink, theme.body, bold=True)
        place = QRect(left, top + name_height, frame.right() - left - 8, small_height)
        write(painter, place, self._fitting(place.width()), theme.colour("ink_2"), theme.secondary)

    def _fitting(self, width: int) -> str:
        """As many parts of the second line as there is room for, at least one."""
        metrics = QFontMetrics(font(self._look.theme.secondary))
        shown = self._parts
        while len(shown) > 1 and metrics.horizontalAdvance(DOT.join(shown)) > width:
            shown = shown[:-1]
        return DOT.join(shown)


class Chip(QAbstractButton):
    """A session to choose; shortens its words rather than pushing the column wider."""

    def __init__(self, text: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)
        self.setToolTip(text)

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        theme = self._look.theme
        width = QFontMetrics(font(theme.secondary)).horizontalAdvance(self.text())
        return QSize(width + (18 if theme.large else 28), theme.target if theme.large else 36)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        return QSize(64, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        del event
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        edge = "info" if self.hasFocus() else "brand" if chosen else "line"
        painter.setPen(QPen(theme.colour(edge), 2 if chosen or self.hasFocus() else 1))
        painter.setBrush(theme.colour("brand_soft" if chosen else "canvas" if self.underMouse() else "surface"))
        area = self.rect().adjusted(1, 1, -2, -2)
        painter.drawRoundedRect(area, min(area.height() / 2, 18), min(area.height() / 2, 18))
        words = area.adjusted(6, 0, -6, 0)
        write(painter, words, self.text(), theme.colour("ink"), theme.secondary, centred=True)


class SessionChips(QWidget):
    """Today's sessions of the chosen kind, and "no activity"; the same digit again goes round them."""

    chosen = Signal(object)
    """Session, or None for the kind alone."""
    regular_set = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self._sessions: tuple[Session, ...] = ()
        self.chips: list[Chip] = []
        self.regular = QCheckBox()
        self.regular.clicked.connect(self.regular_set)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addStretch(1)
        self._row.addWidget(self.regular)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every fixed word anew."""
        #: 每次都来（固定参加）
        self.regular.setText(self.tr("Regular"))
        if self.chips:
            self.chips[0].setText(self._no_activity())

    def show_choice(self, sessions: tuple[Session, ...], shown: Shown | None) -> None:
        """Offer these sessions; mark the visit's own."""
        visit = shown.visit if shown else None
        if sessions != self._sessions:
            self._build(sessions)
        self.setVisible(bool(sessions) and shown is not None and shown.can_change)
        activity = visit.purpose.activity_id if visit else None
        ids = [None, *(session.activity_id for session in sessions)]
        for chip, activity_id in zip(self.chips, ids, strict=False):
            chip.setChecked(activity_id == activity)
        self.regular.setVisible(shown is not None and shown.card is not None and activity is not None)
        self.regular.setChecked(shown.is_regular if shown else False)

    def _build(self, sessions: tuple[Session, ...]) -> None:
        self._sessions = sessions
        for chip in self.chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = []
        for session in (None, *sessions) if sessions else ():
            text = session_words(session) if session else self._no_activity()
            chip = Chip(text, self._look, self)
            chip.clicked.connect(lambda _checked=False, choice=session: self.chosen.emit(choice))
            self._row.insertWidget(len(self.chips), chip)
            self.chips.append(chip)

    def _no_activity(self) -> str:
        #: 不参加活动
        return self.tr("No activity")


class Companions(QWidget):
    """同行人数: minus, the number, plus."""

    changed_by = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(role="secondary")
        self.less = KeyCapButton("−")
        self.count = Label("0", role="page")
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.count.setMinimumWidth(28)
        self.more = KeyCapButton("+")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for part in (self.title, self.less, self.count, self.more):
            row.addWidget(part)
        for button, step in ((self.less, -1), (self.more, 1)):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setProperty("square", "true")
            button.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            button.clicked.connect(lambda _checked=False, by=step: self.changed_by.emit(by))
        self.retranslate()

    def retranslate(self) -> None:
        """Set every fixed word anew."""
        #: 同行人数
        self.title.setText(self.tr("Companions"))
        self.less.setAccessibleName(self.tr("One companion fewer"))
        self.less.setToolTip("Ctrl ↓")
        self.more.setAccessibleName(self.tr("One companion more"))
        self.more.setToolTip("Ctrl ↑")

    def show_visit(self, shown: Shown | None) -> None:
        """Show the number; groups count their heads elsewhere."""
        visit = shown.visit if shown else None
        self.count.setText(str(visit.companions) if visit else "0")
        free = shown is not None and shown.can_change and not (visit and visit.party)
        self.less.setEnabled(free and bool(visit and visit.companions))
        self.more.setEnabled(free)


class Purposes(QWidget):
    """The lower middle: nine kinds, chips, companions and done."""

    kind_chosen = Signal(object)
    session_chosen = Signal(object, object)
    """ServiceKind, Session or None."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Label(role="section")
        self.buttons = {kind: PurposeButton(kind, look) for kind in ServiceKind}
        self.chips = SessionChips(look)
        self.companions = Companions()
        self.done = KeyCapButton(key="Enter", tone="primary", shortcut=False)
        self.done.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._state: State | None = None
        self._look = look
        self._grid = grid = QGridLayout()
        for kind, button in self.buttons.items():
            grid.addWidget(button, (kind.digit - 1) // 3, (kind.digit - 1) % 3)
            button.clicked.connect(lambda _checked=False, choice=kind: self._pressed(choice))
        for column_at in range(3):
            grid.setColumnStretch(column_at, 1)
        self.chips.chosen.connect(self._session_pressed)
        bottom = QHBoxLayout()
        bottom.setSpacing(10)
        bottom.addWidget(self.companions)
        bottom.addStretch(1)
        bottom.addWidget(self.done)
        upper = QWidget()
        self._inside = inside = QVBoxLayout(upper)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.heading)
        inside.addLayout(grid)
        inside.addWidget(self.chips)
        inside.addStretch(1)
        self._whole = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(upper, sideways=False), 1)
        column.addLayout(bottom)
        look.changed.connect(self._fit)
        self._fit(look.theme)
        self.retranslate()

    def _fit(self, theme: Theme) -> None:
        """The large-text view takes its room from the heading and the gaps."""
        self.heading.setVisible(not theme.large)
        self._grid.setSpacing(6 if theme.large else 10)
        self._inside.setSpacing(6 if theme.large else 10)
        self._whole.setSpacing(6 if theme.large else 10)

    def retranslate(self) -> None:
        """Set every fixed word anew."""
        #: 来访事由
        self.heading.setText(self.tr("Purpose of the visit"))
        #: 完成
        self.done.set_text(self.tr("Done"))
        self.chips.retranslate()
        self.companions.retranslate()
        if self._state is not None:
            self._show_sessions(self._state)

    def show_state(self, state: State) -> None:
        """Show today's sessions and the visit's purpose."""
        if self._state is None or self._state.sessions != state.sessions:
            self._show_sessions(state)
        self._state = state
        visit = state.shown.visit if state.shown else None
        free = state.shown is not None and state.shown.can_change
        for kind, button in self.buttons.items():
            button.setEnabled(free)
            button.setChecked(visit is not None and visit.purpose.kind is kind)
        kind_now = visit.purpose.kind if visit else None
        self.chips.show_choice(tuple(s for s in state.sessions if s.kind is kind_now), state.shown)
        self.companions.show_visit(state.shown)
        self.done.setEnabled(state.shown is not None)

    def _show_sessions(self, state: State) -> None:
        hints = self._hints()
        for kind, button in self.buttons.items():
            today = [session_words(session) for session in state.sessions if session.kind is kind]
            beneath = DOT.join(today) or hints[kind]
            button.show_words(messages.kind(kind), messages.kind_short(kind), beneath, whole_parts=not today)

    def _hints(self) -> dict[ServiceKind, str]:
        """What belongs to a kind, for the days on which it has no session."""
        return {
            #: 理发 · 缝补 · 维修
            ServiceKind.LIVING: self.tr("haircut · mending · repairs"),
            #: 助餐 · 日托 · 康复
            ServiceKind.ELDERLY: self.tr("meals · day care · rehab"),
            #: 血压 · 义诊 · 咨询
            ServiceKind.HEALTH: self.tr("blood pressure · doctor · advice"),
            #: 书画 · 合唱 · 阅览
            ServiceKind.CULTURE_SPORTS: self.tr("painting · choir · reading"),
            #: 咨询 · 调解
            ServiceKind.LEGAL: self.tr("advice · mediation"),
            #: 绘本 · 托育
            ServiceKind.PARENT_CHILD: self.tr("picture books · childcare"),
            #: 课程 · 讲座
            ServiceKind.EDUCATION: self.tr("courses · talks"),
            #: 值班 · 巡逻
            ServiceKind.VOLUNTEER: self.tr("on duty · patrol"),
            #: 本站特色
            ServiceKind.SIGNATURE: self.tr("this hub's own"),
        }

    def _pressed(self, kind: ServiceKind) -> None:
        if self._state is not None:  # Qt has already turned the check mark; the model decides what is chosen
            self.show_state(self._state)
        self.kind_chosen.emit(kind)

    def _session_pressed(self, session: Session | None) -> None:
        visit = self._state.shown.visit if self._state and self._state.shown else None
        if self._state is not None:
            self.show_state(self._state)
        if visit is not None:
            self.session_chosen.emit(visit.purpose.kind, session)


def session_words(session: Session) -> str:
    """09:30 书法班."""
    return f"{shanghai(session.starts_at):%H:%M} {session.title}"

"""The top of the middle: who is here, large enough to read across the counter, with what the desk may know of them."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk_app.core.clock import hub_day, shanghai
from desk_app.domain.people import Person, age_on, mask_name, mask_phone
from desk_app.domain.visits import Visit
from desk_app.services.visits import PersonCard
from desk_app.ui import messages
from desk_app.ui.pages.visits.rows import font
from desk_app.ui.pages.visits.state import Shown, State
from desk_app.ui.theme import Look, Theme
from desk_app.ui.widgets import KeyCapButton, Label, Tag, icon

BESIDE_AVATAR = 18
GAP = 14
"""Pixels between avatar and words, and round the stroke between the visit before and today's engagement."""


class Avatar(QWidget):
    """The surname in place of a photo: the photo of the card is never decoded or kept."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._letter = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_letter(self, letter: str) -> None:
        """Show a surname, or the outline of a card for ""."""
        if letter != self._letter:
            self._letter = letter
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        return QSize(64, 80) if self._look.theme.large else QSize(92, 114)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        del event
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QLinearGradient(0, 0, 0, self.height())
        ground.setColorAt(0, theme.colour("canvas"))
        ground.setColorAt(1, theme.colour("line"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(self.rect(), 8, 8)
        if not self._letter:
            area = self.rect().center()
            icon("id-card", theme.colour("ink_2"), 36).paint(painter, area.x() - 18, area.y() - 18, 36, 36)
            return
        painter.setPen(theme.colour("ink_2"))
        painter.setFont(font(40))
        painter.drawText(QRectF(self.rect()), int(Qt.AlignmentFlag.AlignCenter), self._letter)


class PersonHeader(QWidget):
    """Name, age, how often, masked number and phone, the visit before, today's engagement, tags."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.avatar = Avatar(look)
        self.name = Label(role="name", elide=True)
        self.about = Tag()
        self.times = Tag(tone="warn")
        self.numbers = Label(role="secondary", elide=True)
        self.history = Label(role="secondary", elide=True)
        self.between = Label("|", role="secondary")
        self.expected = Label(role="secondary")
        self.today = Label(role="strong", elide=True)
        self.step_free = Tag(tone="info")
        self.status = Tag(tone="ok")
        self.amend = KeyCapButton(key="Ctrl+D", tone="quiet", shortcut=False)
        self.amend.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.amend.setProperty("compact", "true")
        self._engagement_place = QWidget()
        self._engagement_place.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._state: State | None = None
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        self._first = first = QHBoxLayout()
        first.setSpacing(10)
        self.name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        first.addWidget(self.name)
        first.addStretch(1)
        self._past = past = QHBoxLayout()
        past.setSpacing(GAP)
        past.addWidget(self.history)
        past.addWidget(self.between)
        past.addStretch(1)
        engagement = QHBoxLayout(self._engagement_place)
        engagement.setContentsMargins(0, 0, 0, 0)
        engagement.setSpacing(0)
        engagement.addWidget(self.expected)
        engagement.addWidget(self.today)
        past.insertWidget(2, self._engagement_place)
        self._tags = tags = QHBoxLayout()
        tags.setSpacing(8)
        tags.addWidget(self.step_free)
        tags.addWidget(self.status)
        tags.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(4)
        told = QVBoxLayout()
        told.setSpacing(4)
        self._numbered = QHBoxLayout()
        self._numbered.addWidget(self.numbers, 1)
        told.addLayout(self._numbered)
        told.addLayout(past)
        self._beside = beside = QHBoxLayout()
        beside.setSpacing(GAP)
        beside.addLayout(told, 1)
        column.addLayout(first)
        column.addLayout(beside)
        column.addLayout(tags)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(BESIDE_AVATAR)
        row.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self._look.changed.connect(self._fit)
        self._fit(self._look.theme)

    def _fit(self, theme: Theme) -> None:
        """Age and count stand beside the name; in the large-text view the name needs its line for itself. The way to
        mend ends the line of numbers; in the large-text view, too tall for one line, it stands beside two."""
        row, at = (self._tags, 0) if theme.large else (self._first, 1)
        row.insertWidget(at, self.about)
        row.insertWidget(at + 1, self.times)
        (self._beside if theme.large else self._numbered).addWidget(self.amend)
        self.amend.cap.setVisible(not theme.large)
        self._flow()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        super().resizeEvent(event)
        self._flow()

    def _flow(self) -> None:
        """The visit before and today's engagement stand on one line; where that is too short the engagement goes to
        the next, and in the large-text view, whose next line is full, takes the place of the visit before."""
        told, due = bool(self.history.text()), bool(self.today.text())
        room = self.width() - self.avatar.sizeHint().width() - BESIDE_AVATAR
        if self._look.theme.large and not self.amend.isHidden():
            room -= self.amend.sizeHint().width() + GAP
        wanted = self.history.sizeHint().width() + self.between.sizeHint().width() + 2 * GAP
        wanted += self.expected.sizeHint().width() + self.today.sizeHint().width()
        together = not (told and due) or wanted <= room
        large = self._look.theme.large
        row, at = (self._past, 2) if together or large else (self._tags, 0)
        if row.indexOf(self._engagement_place) < 0:
            row.insertWidget(at, self._engagement_place)
        self.history.setVisible(told and (together or not large))
        self.between.setVisible(told and due and together)
        self._engagement_place.setVisible(due)

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """One height whoever stands there, so that a tap moves nothing."""
        hint = super().sizeHint()
        theme = self._look.theme
        return QSize(hint.width(), max(124, round((theme.name_size + 3 * theme.secondary) * 1.4) + 12))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """Tags never push the column wider."""
        return QSize(240, self.sizeHint().height())

    def retranslate(self) -> None:
        """Set every fixed word anew."""
        #: 需轮椅通道
        self.step_free.setText(self.tr("Step-free way"))
        #: 修改
        self.amend.set_text(self.tr("Mend"))
        #: 今日预约：
        self.expected.setText(self.tr("Today: "))
        if self._state is not None:
            self.show_state(self._state)

    def show_state(self, state: State) -> None:
        """Show who is here, or what to do when nobody is."""
        self._state = state
        shown = state.shown
        if shown is None:
            self._show_nobody()
        elif shown.card is not None:
            self._show_person(shown.card, state)
        else:
            self._show_unnamed(shown)
        visit = shown.visit if shown else None
        needs = bool((shown and shown.card and shown.card.person.needs_step_free) or (visit and visit.needs_step_free))
        self.step_free.setVisible(needs)
        self.amend.setVisible(shown is not None and shown.card is not None)
        self._show_status(visit)
        self._flow()

    def _show_nobody(self) -> None:
        self.avatar.show_letter("")
        #: 请放证件
        self._set_name(self.tr("Next visitor, please"))
        #: 或直接输入姓名、拼音、手机尾号
        self.numbers.setText(self.tr("Lay a card on, or type name, pinyin, phone"))
        self._set_tags("", "")
        self.history.setText("")
        self.today.setText("")

    def _show_unnamed(self, shown: Shown) -> None:
        visit = shown.visit
        label = visit.label if visit else ""
        people = visit.head_count if visit else 1
        self.avatar.show_letter(label[:1])
        #: 访客（未留姓名）
        self._set_name(label or self.tr("Visitor, no name taken"))
        #: 团体 14 人
        self._set_tags(self.tr("Group of {people}").format(people=people) if visit and visit.party else "", "")
        self.numbers.setText(visit.number if visit else "")
        self.history.setText("")
        self.today.setText("")

    def _show_person(self, card: PersonCard, state: State) -> None:
        person, hide = card.person, state.person_hidden
        name = mask_name(person.name) if hide else person.name
        self._look.cover(name)
        self.avatar.show_letter(person.name[:1])
        self._set_name(name)
        # The first visit is said below, where others have their last one.
        again = card.visits_so_far > 0 and card.last_visit is not None
        visits = self.tr("Visit {number}").format(number=card.visits_so_far) if again else ""
        self._set_tags(self._about(person, state), visits)
        phone = mask_phone(person.phone)
        #: 手机 138****6612
        told = self.tr("Phone {phone}").format(phone=phone) if phone else ""
        self.numbers.setText("　·　".join(part for part in (person.masked_number, told) if part))
        self.history.setText(self._history(card))
        self.today.setText(self._engagement(card))

    def _about(self, person: Person, state: State) -> str:
        words = [] if person.sex.value in "09" else [messages.sex(person.sex)]
        if person.birth_date is not None:
            #: 72 岁
            words.append(self.tr("{age} years").format(age=age_on(person.birth_date, state.today)))
        elif person.age_band.value != "unknown":
            words.append(messages.band(person.age_band))
        return " · ".join(words)

    def _history(self, card: PersonCard) -> str:
        if card.last_visit is None:
            #: 第一次来
            return self.tr("First visit")
        purpose = card.last_visit.purpose
        words = f"{messages.kind(purpose.kind)} {purpose.title}".strip()
        #: 上次：11月20日 为老服务 · 助餐
        text = self.tr("Last: {day} {purpose}")
        return text.format(day=self._day(card.last_visit.arrived_at), purpose=words)

    def _engagement(self, card: PersonCard) -> str:
        if not card.engagements:
            return ""
        session = card.engagements[0]
        starts = shanghai(session.starts_at).strftime("%H:%M")
        return f"{starts} " + " · ".join(part for part in (session.place, session.title) if part)

    def _day(self, instant: datetime) -> str:
        day = hub_day(instant)
        #: 11月20日
        return self.tr("{month}/{day}").format(month=day.month, day=day.day)

    def _show_status(self, visit: Visit | None) -> None:
        text = ""
        if visit is not None and visit.left_at is not None:
            #: 已签退 10:20
            text = self.tr("Left at {time}").format(time=shanghai(visit.left_at).strftime("%H:%M"))
        self.status.setText(text)
        self.status.setVisible(bool(text))

    def _set_name(self, name: str) -> None:
        self.name.setText(name)
        self.setAccessibleName(name)

    def _set_tags(self, about: str, times: str) -> None:
        self.about.setText(about)
        self.about.setVisible(bool(about))
        self.times.setText(times)
        self.times.setVisible(bool(times))

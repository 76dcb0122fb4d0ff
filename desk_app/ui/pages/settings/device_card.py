"""One device of the settings page: what it is, where it is, and the test that must succeed before it is saved."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desk_app.core.errors import DeskError
from desk_app.ui import messages
from desk_app.ui.context import DeviceKind, PortFound, PrinterTest, ReaderTest, ScannerTest
from desk_app.ui.messages import Tone
from desk_app.ui.pages.settings.device_model import DeviceModel
from desk_app.ui.pages.settings.more import MoreChoices, give_way
from desk_app.ui.pages.settings.state import BUSY, DeviceState, Stage
from desk_app.ui.sentences import SENTENCES
from desk_app.ui.widgets import Card, Field, KeyCapButton, Label, Tag
from desk_app.ui.widgets.editors import ChoiceEditor
from desk_app.ui.widgets.styling import set_tone


class DeviceCard(Card):
    """Shows a DeviceState; every button is an act of the model."""

    def __init__(self, model: DeviceModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.state_tag = Tag()
        self.head.addWidget(self.state_tag)
        self.model_choice = ChoiceEditor()
        self.model_choice.offer([(choice.id, choice.title) for choice in model.state.models])
        self.model_choice.edited.connect(model.choose_model)
        give_way(self.model_choice)
        self.model_field = Field(self.model_choice)
        # Hidden, never shown here: a widget without a parent yet would open as a window and take the keyboard.
        if not model.state.models:
            self.model_field.hide()
        self.port_choice = QComboBox()
        self.port_choice.setEditable(True)
        give_way(self.port_choice)
        self.port_line = QLineEdit()
        self.port_choice.setLineEdit(self.port_line)
        self.port_choice.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.port_choice.activated.connect(self._port_chosen)
        self.port_line.editingFinished.connect(self._port_typed)
        self.port_field = Field(self.port_choice)
        self.more = MoreChoices(model)
        self.look_button = QPushButton()
        self.look_button.clicked.connect(model.look_for_ports)
        self.test_button = KeyCapButton()
        self.test_button.clicked.connect(self._test)
        self.without_button = QPushButton()
        self.without_button.setProperty("tone", "quiet")
        self.without_button.clicked.connect(model.do_without)
        self.hid_panel, self.hid_words = self._panel(Tone.WARN)
        self.result_panel, self.result_words = self._panel(Tone.INFO)
        self.body.addWidget(self.model_field)
        self.body.addWidget(self.port_field)
        self.body.addWidget(self.more)
        self.body.addWidget(self.hid_panel)
        self.body.addWidget(self.result_panel)
        self.body.addStretch(1)
        self.body.addWidget(self.test_button)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.look_button, 1)
        row.addWidget(self.without_button, 1)
        self.body.addLayout(row)
        model.changed.connect(self.render_state)

    @staticmethod
    def _panel(tone: Tone) -> tuple[QFrame, Label]:
        panel = QFrame()
        panel.setProperty("role", "panel")
        set_tone(panel, tone)
        words = Label(wrap=True)
        column = QVBoxLayout(panel)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(words)
        panel.hide()
        return panel, words

    def retranslate(self) -> None:
        """Set every word anew."""
        kind = self.model.state.kind
        self.heading.setText(
            {
                DeviceKind.READER: self.tr("Card reader"),
                DeviceKind.PRINTER: self.tr("Slip printer"),
                DeviceKind.SCANNER: self.tr("Barcode scanner (serial)"),
            }[kind]
        )
        self.test_button.set_text(
            {
                DeviceKind.READER: self.tr("Read a card"),
                DeviceKind.PRINTER: self.tr("Print a test slip"),
                DeviceKind.SCANNER: self.tr("Scan a code"),
            }[kind]
        )
        self.model_field.set_title(self.tr("Model"))
        self.port_field.set_title(self.tr("Port or address"))
        self.port_line.setPlaceholderText(self.tr("Choose, or type COM3, tcp://…"))
        self.look_button.setText(self.tr("Look again"))
        self.without_button.setText(self.tr("Do without"))
        self.more.retranslate()
        if kind is DeviceKind.SCANNER:
            self.port_field.set_hint(self.tr("Scanners that type like a keyboard need no settings."))
        self.render_state(self.model.state)

    def render_state(self, state: DeviceState) -> None:
        """Show how far the choice and the test have come."""
        self._show_ports(state)
        self.model_choice.set_value(state.model)
        busy = state.stage in BUSY
        parts = (self.model_choice, self.port_choice, self.more, self.look_button, self.test_button)
        for widget in (*parts, self.without_button):
            widget.setEnabled(not busy)
        self.more.render_state(state)
        self.without_button.setVisible(state.saved)
        self.state_tag.setText(self.tr("in use") if state.saved else self.tr("not set up"))
        set_tone(self.state_tag, Tone.OK if state.saved else Tone.IDLE)
        self.hid_panel.setVisible(bool(state.hid_only))
        self.hid_words.setText(self._hid_sentence(state.hid_only))
        self._show_refusal(state)
        tone, sentence = self._result(state)
        set_tone(self.result_panel, tone)
        self.result_words.setText(sentence)
        self.result_panel.setVisible(bool(sentence))

    def _show_ports(self, state: DeviceState) -> None:
        known = [self.port_choice.itemData(row) for row in range(self.port_choice.count())]
        usable = [found for found in state.ports if not found.hid_only]
        if known != [found.port for found in usable]:
            self.port_choice.clear()
            for found in usable:
                self.port_choice.addItem(self._port_words(found), found.port)
        row = self.port_choice.findData(state.port)
        self.port_choice.setCurrentIndex(row)
        if row < 0:
            self.port_choice.setEditText(state.port)
        self.port_line.setCursorPosition(0)

    def _port_words(self, found: PortFound) -> str:
        if found.simulated:
            return self.tr("Simulator (for practice)")
        return f"{found.port} · {found.title}" if found.title else found.port

    def _show_refusal(self, state: DeviceState) -> None:
        for name, field in (("port", self.port_field), ("model", self.model_field)):
            if isinstance(state.refused, DeskError) and state.refused.field == name:
                field.refuse(messages.refusal(state.refused))
            else:
                field.accept()

    def _hid_sentence(self, ports: tuple[PortFound, ...]) -> str:
        if not ports:
            return ""
        return self.tr(
            "{title} is plugged in as a USB-HID device, not as a COM port. Switch it to serial mode with its maker's "
            "tool, or ask for a serial (COM) model."
        ).format(title=ports[0].title)

    def _result(self, state: DeviceState) -> tuple[Tone, str]:
        if state.stage is Stage.LOOKING:
            return Tone.INFO, self.tr("Looking for ports…")
        if state.stage is Stage.TESTING:
            return Tone.INFO, self._while_testing(state.kind)
        if state.refused is not None and not (isinstance(state.refused, DeskError) and state.refused.field):
            return Tone.BAD, messages.say_code(state.refused.code, **state.refused.params)
        if state.answer is None:
            return Tone.INFO, "" if state.saved else self.tr("It is saved once the test succeeds.")
        if state.stage is Stage.PASSED:
            return Tone.OK, self._passed(state.answer)
        return Tone.BAD, self._failed(state, state.answer)

    def _while_testing(self, kind: DeviceKind) -> str:
        return {
            DeviceKind.READER: self.tr("Put a card on the reader…"),
            DeviceKind.PRINTER: self.tr("Sending a test slip…"),
            DeviceKind.SCANNER: self.tr("Scan any code…"),
        }[kind]

    def _passed(self, answer: ReaderTest | PrinterTest | ScannerTest) -> str:
        if isinstance(answer, ReaderTest):
            return self.tr("Read: {name}. Saved and in use.").format(name=answer.masked_name or answer.uid)
        if isinstance(answer, PrinterTest):
            return self.tr("The slip was sent. Saved and in use.")
        return self.tr("A code of {count} characters arrived. Saved and in use.").format(count=answer.length)

    def _failed(self, state: DeviceState, answer: ReaderTest | PrinterTest | ScannerTest) -> str:
        if isinstance(answer, PrinterTest):
            if answer.reason in SENTENCES:
                return messages.job_reason(answer.reason, where=state.port, model=state.model)
            words = messages.printer(answer.state)
        elif isinstance(answer, ScannerTest):
            words = messages.scanner(answer.link)
        elif answer.advice is not None:
            return messages.advice(answer.advice)
        else:
            words = messages.link(answer.link)
        if words.tone is Tone.OK:
            return self.tr("It is connected, but nothing arrived. Try again.")
        if not words.remedy:
            return words.text
        return self.tr("{state}: {remedy}").format(state=words.text, remedy=words.remedy)

    def _port_chosen(self, row: int) -> None:
        self.model.choose_port(str(self.port_choice.itemData(row)))

    def _port_typed(self) -> None:
        text = self.port_choice.currentText()
        row = self.port_choice.findText(text, Qt.MatchFlag.MatchExactly)
        port = str(self.port_choice.itemData(row)) if row >= 0 else text
        if port.strip() != self.model.state.port:
            self.model.choose_port(port)

    def _test(self) -> None:
        self._port_typed()
        self.model.test()

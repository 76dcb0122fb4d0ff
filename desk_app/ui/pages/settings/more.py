"""What few need of a device: the speed of its line, how a printer sets Chinese, how an address is written."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from desk_app.ui.context import DeviceKind
from desk_app.ui.pages.settings.device_model import DeviceModel
from desk_app.ui.pages.settings.line import SPEEDS, USUAL_SPEED, has_speed
from desk_app.ui.pages.settings.state import DeviceState
from desk_app.ui.widgets import Field, Label
from desk_app.ui.widgets.editors import ChoiceEditor

_LETTERS_SHOWN = 10


def give_way(choice: QComboBox) -> None:
    """Let a box be narrower than its longest line, which would widen the whole page."""
    choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setMinimumContentsLength(_LETTERS_SHOWN)


class MoreChoices(QWidget):
    """A quiet button that opens them; open from the start where something unusual is set."""

    def __init__(self, model: DeviceModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = model.state
        self.button = QPushButton()
        self.button.setProperty("tone", "quiet")
        self.button.clicked.connect(self._turn)
        self.speed, self.chinese = ChoiceEditor(), ChoiceEditor()
        self.speed.edited.connect(model.choose_speed)
        self.chinese.edited.connect(model.choose_chinese)
        self.speed_field, self.chinese_field = Field(self.speed), Field(self.chinese)
        self.addresses = Label(role="secondary", wrap=True)
        for choice in (self.speed, self.chinese):
            give_way(choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self.button, self.speed_field, self.chinese_field, self.addresses):
            column.addWidget(part)
        unusual = (self._state.baudrate, self._state.chinese) != (USUAL_SPEED[self._state.kind], "auto")
        self._open = unusual

    def _turn(self) -> None:
        self._open = not self._open
        self.render_state(self._state)

    def retranslate(self) -> None:
        """Set every word anew; the model's state is shown by `render_state` afterwards."""
        self.speed_field.set_title(self.tr("Line speed (baud)"))
        self.chinese_field.set_title(self.tr("Chinese text"))
        self.addresses.setText(
            self.tr(
                "Addresses: tcp://192.168.1.50:9100, serial:COM4, usb:0416:5011, windows:Printer name, "
                "file:C:\\slips.bin"
            )
        )
        self.chinese.offer(
            [
                ("auto", self.tr("As the model does it")),
                ("gb18030", self.tr("The printer's own letters ({letters})").format(letters="GB18030")),
                ("gbk", self.tr("The printer's own letters ({letters})").format(letters="GBK")),
                ("gb2312", self.tr("The printer's own letters ({letters})").format(letters="GB2312")),
                ("image", self.tr("As a picture")),
            ]
        )

    def render_state(self, state: DeviceState) -> None:
        """Show the choices that mean anything for this device on this port."""
        self._state = state
        printer, serial = state.kind is DeviceKind.PRINTER, self._on_a_serial_line(state)
        self.setVisible(printer or serial)
        self.speed_field.setVisible(self._open and serial)
        self.chinese_field.setVisible(self._open and printer)
        self.addresses.setVisible(self._open and printer)
        self.button.setText(self.tr("Less") if self._open else self.tr("More"))
        self._offer_speeds(state)
        self.chinese.set_value(state.chinese)

    @staticmethod
    def _on_a_serial_line(state: DeviceState) -> bool:
        practice = any(found.simulated and found.port == state.port for found in state.ports)
        return has_speed(state.kind, state.port) and not practice

    def _offer_speeds(self, state: DeviceState) -> None:
        own = {0} if state.kind is DeviceKind.READER else set()
        offered = sorted(own | {*SPEEDS, state.baudrate})
        self.speed.offer([(str(speed), str(speed) if speed else self.tr("The model's own")) for speed in offered])
        self.speed.set_value(str(state.baudrate))

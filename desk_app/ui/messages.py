"""Words for every code that reaches a person: refusals, troubles, device states, card advice, and the desk's nouns.

English sources stand here; Chinese comes from resources/i18n. Codes not known here are shown as they are, so that a
technician can still act; a test keeps that from happening.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from desk_app.core.clock import shanghai
from desk_app.core.config import ConfigProblem
from desk_app.core.errors import DeskError, EnvironmentTrouble
from desk_app.core.i18n import QT_TRANSLATE_NOOP
from desk_app.devices.api import CardAdvice, LinkState, PrinterState
from desk_app.domain.catalogue import ServiceKind
from desk_app.domain.identity import Sex
from desk_app.domain.people import AgeBand
from desk_app.ui.sentences import SENTENCES


class Tone(StrEnum):
    """How a state feels; the theme gives each a colour, the words never leave it alone."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    INFO = "info"
    IDLE = "idle"


@dataclass(frozen=True, slots=True)
class StateWords:
    """A state on a pill: its tone, two or three words, and what to do about it ("" when nothing)."""

    tone: Tone
    text: str
    remedy: str


def _say(source: str, **params: object) -> str:
    words = {name: _word(value) for name, value in params.items()}
    return QCoreApplication.translate("messages", source).format_map(_Params(words))


def _word(value: object) -> object:
    """Instants are said as the hub's wall clock."""
    return f"{shanghai(value):%H:%M}" if isinstance(value, datetime) else value


class _Params(dict[str, object]):
    """Leaves a placeholder standing when its value was not given: a sentence with a gap beats a crash."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


# ---- refusals and troubles -------------------------------------------------------------------------------------------
def say_code(code: str, **params: object) -> str:
    """The sentence for a stable code."""
    if code in SENTENCES:
        return _say(SENTENCES[code], **params)
    if code in set(PrinterState):
        words = printer(PrinterState(code))
        return words.remedy or words.text
    return code


def refusal(error: DeskError) -> str:
    """What to say beside the field, or on the line, about a refusal."""
    return say_code(error.code, **error.params)


def trouble(error: EnvironmentTrouble) -> str:
    """What is wrong with disk, port or folder, and what to do."""
    return say_code(error.code, **error.params)


# ---- states ------------------------------------------------------------------------------------------------------
LINKS: dict[LinkState, tuple[Tone, str, str]] = {
    LinkState.NOT_SET_UP: (
        Tone.IDLE,
        QT_TRANSLATE_NOOP("messages", "No reader"),
        QT_TRANSLATE_NOOP("messages", "Choose the reader under Settings (F8). Visitors can be checked in by name."),
    ),
    LinkState.CONNECTING: (
        Tone.INFO,
        QT_TRANSLATE_NOOP("messages", "Reader connecting"),
        QT_TRANSLATE_NOOP("messages", "Wait a moment."),
    ),
    LinkState.READY: (Tone.OK, QT_TRANSLATE_NOOP("messages", "Reader ready"), ""),
    LinkState.NO_ANSWER: (
        Tone.BAD,
        QT_TRANSLATE_NOOP("messages", "Reader silent"),
        QT_TRANSLATE_NOOP(
            "messages", "The port is open but the reader does not answer. Check its power and the model under Settings."
        ),
    ),
    LinkState.NOISE: (
        Tone.BAD,
        QT_TRANSLATE_NOOP("messages", "Reader not understood"),
        QT_TRANSLATE_NOOP(
            "messages", "Something answers, but it makes no sense. Check the cable, and model and speed under Settings."
        ),
    ),
    LinkState.PORT_MISSING: (
        Tone.BAD,
        QT_TRANSLATE_NOOP("messages", "Reader missing"),
        QT_TRANSLATE_NOOP("messages", "Plug the reader in; it reconnects by itself."),
    ),
    LinkState.PORT_BUSY: (
        Tone.BAD,
        QT_TRANSLATE_NOOP("messages", "Reader in use"),
        QT_TRANSLATE_NOOP("messages", "Another program uses the reader. Close it; the desk connects by itself."),
    ),
    LinkState.ADDRESS_UNUSABLE: (
        Tone.BAD,
        QT_TRANSLATE_NOOP("messages", "Port unusable"),
        QT_TRANSLATE_NOOP("messages", "What is set is no port. Choose the reader's port under Settings."),
    ),
    LinkState.LOST: (
        Tone.BAD,
        QT_TRANSLATE_NOOP("messages", "Reader unplugged"),
        QT_TRANSLATE_NOOP("messages", "Plug the reader in again; it reconnects by itself. Nothing was lost."),
    ),
    LinkState.FAULT: (
        Tone.BAD,
        QT_TRANSLATE_NOOP("messages", "Reader fault"),
        QT_TRANSLATE_NOOP("messages", "Unplug the reader, wait ten seconds, plug it in. If it stays, call support."),
    ),
}

PRINTERS: dict[PrinterState, tuple[Tone, str, str]] = {
    PrinterState.UNKNOWN: (
        Tone.IDLE,
        QT_TRANSLATE_NOOP("messages", "Printer"),
        QT_TRANSLATE_NOOP("messages", "This printer does not say how it is. Look whether the slip comes out."),
    ),
    PrinterState.NOT_SET_UP: (
        Tone.IDLE,
        QT_TRANSLATE_NOOP("messages", "No printer"),
        QT_TRANSLATE_NOOP("messages", "Choose the printer under Settings (F8). Check-in works without slips."),
    ),
    PrinterState.READY: (Tone.OK, QT_TRANSLATE_NOOP("messages", "Printer ready"), ""),
    PrinterState.PAPER_LOW: (
        Tone.WARN,
        QT_TRANSLATE_NOOP("messages", "Paper low"),
        QT_TRANSLATE_NOOP("messages", "Have a new roll ready."),
    ),
    PrinterState.PAPER_OUT: (
        Tone.BAD,
        QT_TRANSLATE_NOOP("messages", "Paper out"),
        QT_TRANSLATE_NOOP("messages", "Put in a new roll; waiting slips print by themselves."),
    ),
    PrinterState.COVER_OPEN: (
        Tone.BAD,
        QT_TRANSLATE_NOOP("messages", "Cover open"),
        QT_TRANSLATE_NOOP("messages", "Close the printer's cover; waiting slips print by themselves."),
    ),
    PrinterState.OFFLINE: (
        Tone.BAD,
        QT_TRANSLATE_NOOP("messages", "Printer offline"),
        QT_TRANSLATE_NOOP("messages", "Switch the printer on, or press its feed button."),
    ),
    PrinterState.CUTTER: (
        Tone.BAD,
        QT_TRANSLATE_NOOP("messages", "Cutter stuck"),
        QT_TRANSLATE_NOOP("messages", "Open the cover, clear the paper, switch the printer off and on."),
    ),
    PrinterState.FAULT: (
        Tone.BAD,
        QT_TRANSLATE_NOOP("messages", "Printer fault"),
        QT_TRANSLATE_NOOP("messages", "Switch the printer off and on. If it stays, call support."),
    ),
    PrinterState.SILENT: (
        Tone.BAD,
        QT_TRANSLATE_NOOP("messages", "Printer silent"),
        QT_TRANSLATE_NOOP("messages", "The printer does not answer. Check its power and cable; slips are kept."),
    ),
    PrinterState.UNREACHABLE: (
        Tone.BAD,
        QT_TRANSLATE_NOOP("messages", "Printer unreachable"),
        QT_TRANSLATE_NOOP("messages", "Check the printer's cable, power and address; slips are kept."),
    ),
}

ADVICE: dict[CardAdvice, str] = {
    CardAdvice.PUT_AGAIN: QT_TRANSLATE_NOOP("messages", "Put the card on again and leave it until the green tick."),
    CardAdvice.NOT_AN_ID_CARD: QT_TRANSLATE_NOOP("messages", "This is not an identity card. Is another card on top?"),
    CardAdvice.DAMAGED_OR_FOREIGN: QT_TRANSLATE_NOOP(
        "messages", "The card does not answer: damaged, or of another system. Check the visitor in by name."
    ),
    CardAdvice.LINE_NOISE: QT_TRANSLATE_NOOP("messages", "The reader's line is noisy. Put the card on again."),
    CardAdvice.READER_FAULT: QT_TRANSLATE_NOOP(
        "messages", "The reader reports a fault. Unplug it, wait ten seconds, plug it in."
    ),
    CardAdvice.READER_NOT_AUTHORISED: QT_TRANSLATE_NOOP(
        "messages", "The reader's security module refuses to work. Call its supplier."
    ),
    CardAdvice.READER_LACKS_COMMAND: QT_TRANSLATE_NOOP(
        "messages", "This reader does not know what was asked of it. Check the model under Settings."
    ),
}


def link(state: LinkState) -> StateWords:
    """The card reader's state for its pill."""
    tone, text, remedy = LINKS[state]
    return StateWords(tone, _say(text), _say(remedy) if remedy else "")


SCANNER_REMEDIES: dict[LinkState, str] = {
    LinkState.LOST: QT_TRANSLATE_NOOP(
        "messages", "Plug the scanner in again; it reconnects by itself. Slip codes can be typed meanwhile."
    ),
    LinkState.PORT_MISSING: QT_TRANSLATE_NOOP("messages", "Plug the scanner in; it reconnects by itself."),
    LinkState.PORT_BUSY: QT_TRANSLATE_NOOP(
        "messages", "Another program uses the scanner. Close it; the desk connects by itself."
    ),
    LinkState.ADDRESS_UNUSABLE: QT_TRANSLATE_NOOP(
        "messages", "What is set is no port. Choose the scanner's port under Settings."
    ),
    LinkState.NO_ANSWER: QT_TRANSLATE_NOOP("messages", "Check the scanner's cable and power."),
    LinkState.NOISE: QT_TRANSLATE_NOOP("messages", "Check the scanner's cable, and its speed under Settings."),
    LinkState.FAULT: QT_TRANSLATE_NOOP(
        "messages", "Unplug the scanner, wait ten seconds, plug it in. If it stays, call support."
    ),
}
SCANNERS: dict[LinkState, str] = {
    LinkState.NOT_SET_UP: QT_TRANSLATE_NOOP("messages", "No scanner"),
    LinkState.CONNECTING: QT_TRANSLATE_NOOP("messages", "Scanner connecting"),
    LinkState.READY: QT_TRANSLATE_NOOP("messages", "Scanner ready"),
    LinkState.NO_ANSWER: QT_TRANSLATE_NOOP("messages", "Scanner silent"),
    LinkState.NOISE: QT_TRANSLATE_NOOP("messages", "Scanner not understood"),
    LinkState.PORT_MISSING: QT_TRANSLATE_NOOP("messages", "Scanner missing"),
    LinkState.PORT_BUSY: QT_TRANSLATE_NOOP("messages", "Scanner in use"),
    LinkState.ADDRESS_UNUSABLE: QT_TRANSLATE_NOOP("messages", "Scanner's port unusable"),
    LinkState.LOST: QT_TRANSLATE_NOOP("messages", "Scanner unplugged"),
    LinkState.FAULT: QT_TRANSLATE_NOOP("messages", "Scanner fault"),
}


def scanner(state: LinkState) -> StateWords:
    """The serial scanner's state for the line; it has no pill of its own."""
    remedy = SCANNER_REMEDIES.get(state, "")
    return StateWords(LINKS[state][0], _say(SCANNERS[state]), _say(remedy) if remedy else "")


def printer(state: PrinterState, detail: str = "", **params: object) -> StateWords:
    """The printer's state for its pill; a `detail` that is a code says precisely what to mend, with its `params`."""
    tone, text, remedy = PRINTERS[state]
    if detail in SENTENCES:
        return StateWords(tone, _say(text), _say(SENTENCES[detail], **params))
    return StateWords(tone, _say(text), _say(remedy) if remedy else "")


STORE: dict[str, str] = {
    "store.read_only": QT_TRANSLATE_NOOP("messages", "Read-only"),
    "store.disk_full": QT_TRANSLATE_NOOP("messages", "Disk full"),
    "store.busy": QT_TRANSLATE_NOOP("messages", "Store busy"),
}


def store(trouble_: EnvironmentTrouble | None) -> StateWords:
    """The store's state for its pill; None means that everything is saved."""
    if trouble_ is None:
        return StateWords(Tone.OK, _say(QT_TRANSLATE_NOOP("messages", "Saved")), "")
    text = STORE.get(trouble_.code, QT_TRANSLATE_NOOP("messages", "Not saving"))
    return StateWords(Tone.BAD, _say(text), trouble(trouble_))


_NAMED_AT_MOST = 3


def settings_file(problems: tuple[ConfigProblem, ...], file_name: str, kept_as: str) -> StateWords:
    """That the settings file, or some of it, could not be used; OK when all of it could."""
    if not problems:
        return StateWords(Tone.OK, "", "")
    places = [problem.place for problem in problems]
    if places == [file_name]:
        text = _say(QT_TRANSLATE_NOOP("messages", "Settings file unusable"))
    else:
        named = ", ".join(places[:_NAMED_AT_MOST]) + ("…" if len(places) > _NAMED_AT_MOST else "")
        text = _say(QT_TRANSLATE_NOOP("messages", "Settings unusable: {places}"), places=named)
    if kept_as:
        source = QT_TRANSLATE_NOOP("messages", "The old file is kept as {kept}. Check everything under Settings (F8).")
        return StateWords(Tone.WARN, text, _say(source, kept=kept_as))
    source = QT_TRANSLATE_NOOP(
        "messages",
        "Defaults are in force. Mend {file} or set it under Settings (F8): a copy is kept.",
    )
    return StateWords(Tone.WARN, text, _say(source, file=file_name))


def slips_in_doubt(count: int) -> StateWords:
    """That nobody knows of some slips whether they came out; OK while there are none."""
    if count == 0:
        return StateWords(Tone.OK, "", "")
    text = _say(QT_TRANSLATE_NOOP("messages", "Slips in doubt: {count}"), count=count)
    remedy = _say(QT_TRANSLATE_NOOP("messages", "Open Today (F1) and say whether they came out."))
    return StateWords(Tone.WARN, text, remedy)


def job_reason(code: str, **params: object) -> str:
    """Why a slip waits or is uncertain: a printer state with its remedy, or a sentence."""
    return say_code(code, **params)


def advice(value: CardAdvice) -> str:
    """What to do about a card that was not read."""
    return _say(ADVICE[value])


# ---- the desk's nouns --------------------------------------------------------------------------------------------
KINDS: dict[ServiceKind, tuple[str, str]] = {
    ServiceKind.LIVING: (
        QT_TRANSLATE_NOOP("messages", "Daily living"),
        QT_TRANSLATE_NOOP("messages", "Living"),
    ),
    ServiceKind.ELDERLY: (
        QT_TRANSLATE_NOOP("messages", "Elder services"),
        QT_TRANSLATE_NOOP("messages", "Elders"),
    ),
    ServiceKind.HEALTH: (
        QT_TRANSLATE_NOOP("messages", "Health services"),
        QT_TRANSLATE_NOOP("messages", "Health"),
    ),
    ServiceKind.CULTURE_SPORTS: (
        QT_TRANSLATE_NOOP("messages", "Culture and sports"),
        QT_TRANSLATE_NOOP("messages", "Culture"),
    ),
    ServiceKind.LEGAL: (
        QT_TRANSLATE_NOOP("messages", "Legal services"),
        QT_TRANSLATE_NOOP("messages", "Legal"),
    ),
    ServiceKind.PARENT_CHILD: (
        QT_TRANSLATE_NOOP("messages", "Parent and child"),
        QT_TRANSLATE_NOOP("messages", "Family"),
    ),
    ServiceKind.EDUCATION: (
        QT_TRANSLATE_NOOP("messages", "Education"),
        QT_TRANSLATE_NOOP("messages", "Learning"),
    ),
    ServiceKind.VOLUNTEER: (
        QT_TRANSLATE_NOOP("messages", "Volunteering"),
        QT_TRANSLATE_NOOP("messages", "Volunteer"),
    ),
    ServiceKind.SIGNATURE: (
        QT_TRANSLATE_NOOP("messages", "Hub specials"),
        QT_TRANSLATE_NOOP("messages", "Special"),
    ),
}

BANDS: dict[AgeBand, str] = {
    AgeBand.B0_5: QT_TRANSLATE_NOOP("messages", "under 6"),
    AgeBand.B6_13: QT_TRANSLATE_NOOP("messages", "6–13"),
    AgeBand.B14_17: QT_TRANSLATE_NOOP("messages", "14–17"),
    AgeBand.B18_44: QT_TRANSLATE_NOOP("messages", "18–44"),
    AgeBand.B45_59: QT_TRANSLATE_NOOP("messages", "45–59"),
    AgeBand.B60_64: QT_TRANSLATE_NOOP("messages", "60–64"),
    AgeBand.B65_69: QT_TRANSLATE_NOOP("messages", "65–69"),
    AgeBand.B70_79: QT_TRANSLATE_NOOP("messages", "70–79"),
    AgeBand.B80_89: QT_TRANSLATE_NOOP("messages", "80–89"),
    AgeBand.B90_99: QT_TRANSLATE_NOOP("messages", "90–99"),
    AgeBand.B100: QT_TRANSLATE_NOOP("messages", "100 and above"),
    AgeBand.UNKNOWN: QT_TRANSLATE_NOOP("messages", "age unknown"),
}

SEXES: dict[Sex, str] = {
    Sex.UNKNOWN: QT_TRANSLATE_NOOP("messages", "sex unknown"),
    Sex.MALE: QT_TRANSLATE_NOOP("messages", "male"),
    Sex.FEMALE: QT_TRANSLATE_NOOP("messages", "female"),
    Sex.NOT_STATED: QT_TRANSLATE_NOOP("messages", "not stated"),
}


def kind(value: ServiceKind) -> str:
    """The name of a service kind: 生活服务."""
    return _say(KINDS[value][0])


def kind_short(value: ServiceKind) -> str:
    """The two characters that fit a tag: 生活."""
    return _say(KINDS[value][1])


def band(value: AgeBand) -> str:
    """An age band in words."""
    return _say(BANDS[value])


def sex(value: Sex) -> str:
    """A sex in words."""
    return _say(SEXES[value])

"""The dialogue with an SDT/SAM reader: find, select, read, and telling a card left behind from one taken away."""

from __future__ import annotations

import dataclasses
import struct
from collections.abc import Callable, Iterable
from typing import ClassVar

from desk_app.devices.api import (
    GAP_SECONDS,
    MUTE,
    CardAdvice,
    CardCompleted,
    CardFound,
    CardLeftBehind,
    CardNotRead,
    CardParser,
    CardRead,
    CardRemoved,
    LinkChanged,
    LinkState,
    ReaderEvent,
)
from desk_app.devices.readers.sdt_cards import address_of, card_of, is_blank, split_block
from desk_app.devices.readers.sdt_commands import (
    ADVICE,
    EMPTY_ITEM,
    FOUND,
    LACKS_COMMAND,
    NEXT_PROOF,
    NOTHING_FOUND,
    OK,
    SAM_DEAF,
    SECONDS,
    WORTH_A_RETRY,
    GivenUp,
    Step,
)
from desk_app.devices.readers.sdt_frames import BadFrame, Frame, FrameFault, FrameParser
from desk_app.devices.readers.sdt_states import Attempt, Lying, Trouble
from desk_app.devices.readers.sdt_trust import Trust, fingerprint
from desk_app.domain.identity import IdentityCard

_POWER_ON_SECONDS = 3.0
"""A SAM needs 1.5–2 s after power-on; silence is no error before this."""
_RETRY_SECONDS = 1.0
_SILENCES_TO_LOSE = 3
_SILENCES_TO_REOPEN = 5
_MISSES_TO_REMOVE = 2
_MISS_AGAIN_SECONDS = 0.15
_QUICK_TRIES = 2
_READINGS_PER_CARD = 4
_REPEATED_READ_SECONDS = 2.0


Events = list[ReaderEvent]


class SdtReader(CardParser):
    """Second-generation identity cards and residence permits. See CardParser for how it is driven.

    A card is announced when it is found and reported the moment its read reply is whole; its newest address follows.
    The baud command (60 xx) is never sent: modules keep it across restarts.
    """

    model: ClassVar[str] = "sdt"
    title: ClassVar[str] = "身份证阅读器（串口，SDT/SAM 协议）"
    baudrate: ClassVar[int] = 115200
    usb_ids: ClassVar[tuple[tuple[int, int], ...]] = (
        (0x1A86, 0x7523),  # CH340
        (0x10C4, 0xEA60),  # CP210x
        (0x0403, 0x6001),  # FT232R
        (0x067B, 0x2303),  # PL2303
    )

    def __init__(self, *, card_left_seconds: float = 5.0, poll_seconds: float = 0.3) -> None:
        """`card_left_seconds` after a reading a card still there is called out; `poll_seconds` between two finds."""
        self._card_left_seconds = card_left_seconds
        self._poll_seconds = poll_seconds
        self._answer_to: dict[Step, Callable[[Frame, float], Events]] = {
            Step.STATUS: self._on_status,
            Step.SAM_ID: self._on_sam_id,
            Step.FIND: self._on_find,
            Step.SELECT: self._on_select,
            Step.READ: self._on_read,
            Step.PROBE: self._on_probe,
        }
        self.opened(0.0)

    def opened(self, now: float, gap_seconds: float = GAP_SECONDS) -> None:
        self.sam_id = ""
        """`05.01-20260101-0000000001-0000000042`, asked for once in an idle moment; "" until known."""
        self._frames = FrameParser(gap_seconds=gap_seconds)
        self._given_up = GivenUp()
        self._trust = Trust()
        self._step = Step.STATUS
        self._asked = False
        self._due = now
        self._sent_at = now
        self._opened_at = now
        self._garbled = False
        self._noisy = False
        self._silences = 0
        self._state = LinkState.CONNECTING
        self._sam_id_asked = False
        self._looked_for_left = False
        self._probe_known = False
        self._lying: Lying | None = None
        self._attempt = Attempt()
        self._trouble_told = False

    # -- driven by the thread -----------------------------------------------------------------------------------

    def to_send(self, now: float) -> bytes:
        if self._asked or now < self._due:
            return b""
        self._frames.reset()
        self._asked = True
        self._garbled = False
        self._sent_at = now
        repeated = self._step is Step.READ and self._attempt.readings > 0
        self._due = now + (_REPEATED_READ_SECONDS if repeated else SECONDS[self._step])
        return self._step.request

    def feed(self, data: bytes, now: float) -> tuple[ReaderEvent, ...]:
        self._noisy = self._noisy or bool(data)
        events = self._take(self._frames.feed(data, now), now)
        if self._asked and now >= self._due:
            events += self._take(self._frames.give_up(), now)  # the answer may hide behind a false beginning
        if self._asked and now >= self._due:
            self._asked = False
            events += self._unanswered(now)
        return tuple(events)

    def wake_at(self, now: float) -> float:
        if self._asked and self._frames.running:
            return min(self._due, self._frames.gives_up_at)
        return self._due

    def wants_reopen(self) -> bool:
        return self._state in MUTE and self._silences >= _SILENCES_TO_REOPEN

    # -- what came, or did not ----------------------------------------------------------------------------------

    def _take(self, items: Iterable[Frame | BadFrame], now: float) -> Events:
        events: Events = []
        for item in items:
            if isinstance(item, BadFrame):
                self._on_bad_frame(item, now)
                continue
            self._trust.good_frame()
            self._noisy = False
            if self._asked:
                events += self._on_frame(item, now)
        return events

    def _on_frame(self, frame: Frame, now: float) -> Events:
        # Any whole frame proves a reader, even one that says it does not know the command or answers too late.
        events = self._link(LinkState.READY) if frame.status not in SAM_DEAF else []
        if not self._given_up.is_belated(self._step, frame):
            self._asked = False
            self._silences = 0
            self._given_up.clear()
            events += self._answer_to[self._step](frame, now)
        return events

    def _on_bad_frame(self, bad: BadFrame, now: float) -> None:
        if bad.fault is FrameFault.CHECKSUM:
            self._trust.damaged_frame(bad.body, now)
        # Noise may stand in front of the answer: wait one gap for it, not the command's whole time.
        self._garbled = True
        if self._asked:
            self._due = min(self._due, now + GAP_SECONDS)

    def _unanswered(self, now: float) -> Events:
        self._silences += 1
        self._given_up.add(self._step)
        if self._state is not LinkState.READY:
            return self._unproven(now)
        if self._silences >= _SILENCES_TO_LOSE:
            return self._no_answer(Step.STATUS, now)
        if self._step in (Step.SELECT, Step.READ):
            return self._not_read(CardAdvice.LINE_NOISE, "garbled" if self._garbled else "silent", now)
        if self._step is Step.PROBE and not self._garbled:
            return self._missed(now)
        self._next(Step.PROBE if self._step is Step.PROBE and self._lying is not None else Step.FIND, now)
        return []

    def _unproven(self, now: float) -> Events:
        """Nobody has answered yet, or any more: ask something else, and tell when every question was in vain."""
        following = NEXT_PROOF.get(self._step, Step.STATUS)
        if self._state is LinkState.CONNECTING and now - self._opened_at < _POWER_ON_SECONDS:
            self._next(following, now)
            return []
        return self._no_answer(following, now + (_RETRY_SECONDS if following is Step.STATUS else 0.0))

    def _no_answer(self, following: Step, at: float) -> Events:
        self._next(following, at)
        events = self._link(LinkState.NOISE if self._noisy else LinkState.NO_ANSWER)
        if events:
            self._silences = 0
        return events

    def _link(self, state: LinkState, detail: str = "") -> Events:
        if state is self._state:
            return []
        self._state = state
        return [LinkChanged(state, detail)]

    def _next(self, step: Step, at: float) -> None:
        self._step = step
        self._due = at

    # -- answers, one method a command --------------------------------------------------------------------------

    def _on_status(self, frame: Frame, now: float) -> Events:
        if frame.status in SAM_DEAF:
            return self._deaf(frame.status, now)
        self._next(Step.PROBE if self._lying is not None and not self._lying.by_find else Step.FIND, now)
        return []

    def _deaf(self, status: int, now: float) -> Events:
        """The SAM failed its self-test or is not authorised: nothing works until somebody acts."""
        events = self._link(LinkState.FAULT, f"status {status:02X}")
        if events:
            events.append(CardNotRead(ADVICE[status], f"{status:02X}"))
        self._next(Step.STATUS, now + _RETRY_SECONDS)
        return events

    def _on_sam_id(self, frame: Frame, now: float) -> Events:
        if frame.status in SAM_DEAF:
            return self._deaf(frame.status, now)
        self._sam_id_asked = True
        if frame.status == OK and len(frame.data) == 16:
            kind, version, day, serial, number = struct.unpack("<HHIII", frame.data)
            self.sam_id = f"{kind:02d}.{version:02d}-{day:08d}-{serial:010d}-{number:010d}"
        self._next(Step.FIND, now)
        return []

    def _on_find(self, frame: Frame, now: float) -> Events:
        if frame.status in SAM_DEAF:
            return self._deaf(frame.status, now)
        if self._lying is not None and not self._lying.by_find:
            self._next(Step.PROBE, now)  # find only proved that the reader is back; 30 03 knows more of this card
            return []
        if frame.status == FOUND:
            return self._on_found(now)
        if self._lying is not None:
            return self._find_for_lying(self._lying, False, now)
        if frame.status == NOTHING_FOUND:
            return self._nothing_found(now)
        return self._not_read(self._advice(frame), f"{frame.status:02X}", now)

    def _on_found(self, now: float) -> Events:
        first = self._attempt.found_at is None
        if first:
            self._attempt.found_at = now
        self._looked_for_left = True
        if self._lying is not None:
            return self._find_for_lying(self._lying, True, now)
        self._next(Step.SELECT, now)
        # A card that was refused and still lies there is found at every poll: it has had its line of advice.
        return [CardFound()] if first and not self._trouble_told else []

    def _nothing_found(self, now: float) -> Events:
        """No card, or one this reader will not find again before it was lifted."""
        events: Events = []
        trouble, found = self._attempt.trouble, self._attempt.found_at is not None
        if trouble is not None and trouble.advice is CardAdvice.LINE_NOISE and found and not self._attempt.salvaged:
            # The card may have been read well and only the wire spoilt it: most readers read on without a find.
            self._attempt.salvaged = True
            self._next(Step.SELECT, now)
            return []
        if trouble is not None and (found or trouble.advice is not CardAdvice.LINE_NOISE):
            events = self._say(trouble)  # a find that was garbled on its way says nothing of a card
        self._trouble_told = False
        self._attempt = Attempt()
        self._next(*self._idle_step(now))
        return events

    def _idle_step(self, now: float) -> tuple[Step, float]:
        """What is worth asking while no card is found: once a connection each of two things, else for the next card."""
        if not self._looked_for_left:
            self._looked_for_left = True
            return Step.PROBE, now
        if not self._sam_id_asked:
            self._sam_id_asked = True
            return Step.SAM_ID, now
        return Step.FIND, max(now, self._sent_at + self._poll_seconds)

    def _on_select(self, frame: Frame, now: float) -> Events:
        if frame.status == OK:
            self._next(Step.READ, now)
            return []
        return self._not_read(self._advice(frame), f"{frame.status:02X}", now)

    def _on_read(self, frame: Frame, now: float) -> Events:
        if frame.status != OK:
            return self._not_read(self._advice(frame), f"{frame.status:02X}", now)
        block = split_block(frame.data)
        if block is None:
            return self._not_read(CardAdvice.LINE_NOISE, "lengths", now)
        card, mark = card_of(block), fingerprint(block)
        if is_blank(card):
            return self._not_read(CardAdvice.PUT_AGAIN, "blank", now)
        self._attempt.readings += 1
        if self._trust.believes(block, card, now):
            return self._accept(card, mark, now)
        if self._attempt.readings >= _READINGS_PER_CARD:
            return self._not_read(CardAdvice.LINE_NOISE, "readings differ", now)
        self._attempt.doubted = (card, mark)
        self._next(Step.READ, now)
        return []

    def _accept(self, card: IdentityCard, mark: bytes, now: float) -> Events:
        events: Events = []
        lying = self._lying
        seconds = now - self._attempt.found_at if self._attempt.found_at is not None else 0.0
        self._trouble_told = False
        self._attempt = Attempt()
        if lying is not None and lying.mark == mark:
            lying.keeps_being_found = True
            self._next(Step.FIND, now + self._poll_seconds)
            return []
        if lying is not None:
            events.append(CardRemoved())
        self._lying = Lying(card, mark, read_at=now)
        self._next(Step.PROBE, now)
        return [*events, CardRead(card, seconds)]

    def _advice(self, frame: Frame) -> CardAdvice:
        return ADVICE.get(frame.status, CardAdvice.PUT_AGAIN)

    def _not_read(self, advice: CardAdvice, status: str, now: float) -> Events:
        if self._attempt.doubted is not None and not self._trust.wary:
            # An oddly written card on a clean line, and a reader that does not read twice: report what it says;
            # a number that cannot be true is refused later.
            return self._accept(*self._attempt.doubted, now)
        if self._attempt.doubted is not None:
            advice = CardAdvice.LINE_NOISE
        self._attempt.doubted = None
        self._attempt.readings = 0
        self._attempt.tries += 1
        if status in ("60", "66"):
            return self._deaf(int(status, 16), now)
        self._attempt.trouble = Trouble(advice, status)
        if advice in WORTH_A_RETRY and self._attempt.tries <= _QUICK_TRIES:
            self._next(Step.FIND, now)
            return []
        self._next(Step.FIND, max(now, self._sent_at + self._poll_seconds))
        events = self._say(self._attempt.trouble)
        self._attempt.trouble = None
        return events

    def _say(self, trouble: Trouble) -> Events:
        """One plain line for one card, however often the reader is asked."""
        if self._trouble_told:
            return []
        self._trouble_told = True
        return [CardNotRead(trouble.advice, trouble.status)]

    # -- a card that was read -----------------------------------------------------------------------------------

    def _on_probe(self, frame: Frame, now: float) -> Events:
        lying, there = self._lying, frame.status in (OK, EMPTY_ITEM)
        if frame.status in SAM_DEAF:
            return self._deaf(frame.status, now)
        self._probe_known = self._probe_known or there
        if lying is None:
            # Read before this connection began: such a card is found again only after it was lifted.
            self._next(Step.FIND, now)
            return self._say(Trouble(CardAdvice.PUT_AGAIN, "80")) if there else []
        if not there:
            lying.lacks_probe = frame.status in LACKS_COMMAND
            return self._missed(now)
        lying.by_find = lying.last_look = False
        lying.misses = 0
        address = address_of(frame.data) if frame.status == OK else ""
        self._next(Step.PROBE, now + self._poll_seconds)
        return [*self._complete(lying, address), *self._still_there(lying, now)]

    def _complete(self, lying: Lying, address: str = "") -> Events:
        if lying.completed:
            return []
        lying.completed = True
        if address:
            lying.card = dataclasses.replace(lying.card, newest_address=address)
        return [CardCompleted(lying.card)]

    def _still_there(self, lying: Lying, now: float) -> Events:
        if lying.told or now - lying.read_at < self._card_left_seconds:
            return []
        lying.told = True
        return [CardLeftBehind()]

    def _missed(self, now: float) -> Events:
        """The probe found nothing. Type-A cards are missed though present, so once is not enough."""
        lying = self._lying
        if lying is None:
            self._next(Step.FIND, now)
            return []
        events = self._complete(lying)
        lying.misses += 1
        if lying.last_look or (self._probe_known and lying.misses >= _MISSES_TO_REMOVE):
            events += self._removed(now)
        elif lying.misses < _MISSES_TO_REMOVE and not lying.lacks_probe:
            self._next(Step.PROBE, now + _MISS_AGAIN_SECONDS)
        else:
            # 30 03 never worked here: it may be unknown to this reader and say nothing about the card.
            lying.by_find = True
            lying.misses = 0
            self._next(Step.FIND, now)
        return events

    def _find_for_lying(self, lying: Lying, found: bool, now: float) -> Events:
        if found and not lying.keeps_being_found:
            self._next(Step.SELECT, now)  # the same card still, or another one already? Only reading tells
            return []
        if found:
            lying.misses = 0
            self._next(Step.FIND, now + self._poll_seconds)
            return self._still_there(lying, now)
        lying.misses += 1
        if lying.keeps_being_found and lying.misses < _MISSES_TO_REMOVE:
            self._next(Step.FIND, now + _MISS_AGAIN_SECONDS)
            return []
        if lying.lacks_probe:
            return self._removed(now)
        lying.last_look = True  # 80 alone never means gone
        self._next(Step.PROBE, now)
        return []

    def _removed(self, now: float) -> Events:
        self._lying = None
        self._attempt = Attempt()
        self._next(Step.FIND, now)
        return [CardRemoved()]

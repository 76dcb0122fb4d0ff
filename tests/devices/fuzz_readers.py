"""Damages the answers of a simulated reader a million times and counts what the driver makes of it.

Run by hand: `python -m tests.devices.fuzz_readers [frames] [seed]`. Exit 1 when anything was wrong. What must hold:
no exception, bounded buffers, a good card reads soon after any damage, and no card is taken for another one.

Three lines are tried. *Noisy*: every fourth answer or so is damaged, for as long as the run lasts. *Out of the blue*:
one single damaged answer on a line that never showed any, the worst case for a protocol with an 8-bit checksum;
there the driver has only one reading to go by, and the count is reported for what it is. *Cancelling*: the same, and
the damage is the one pattern an XOR is blind to, one bit turned over in two places of the text.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields
from datetime import date

from desk_app.devices.api import CardNotRead, CardRead
from desk_app.devices.readers.sdt import SdtReader
from desk_app.devices.readers.sdt_cards import TEXT_LENGTH
from desk_app.devices.readers.sdt_frames import LONGEST_LENGTH, PREAMBLE, build
from desk_app.devices.simulators.people import PEOPLE, crowd
from desk_app.devices.simulators.sdt_blocks import SimulatedCard, address_data, card_data
from desk_app.domain.identity import IdentityCard, faults

TODAY = date(2020, 6, 1)
_NOT_TEXT = frozenset({"photo_length", "photo_sha256", "finger_length", "newest_address"})
_PERSON = [each.name for each in fields(IdentityCard) if each.name not in _NOT_TEXT]
_KEPT = ("kind", "name", "name_latin", "sex_code", "number", "birth_date")
"""What the desk builds a record of."""
_TEXT_AT = 14
"""Preamble, length, status and the two lengths of the blocks stand before it."""
Damage = Callable[[random.Random, bytes, bytes], bytes]


def _flip(chance: random.Random, frame: bytes, other: bytes) -> bytes:
    del other
    spoilt = bytearray(frame)
    for _ in range(chance.choice((1, 1, 2, 3, 8, 40))):
        spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def _collide(chance: random.Random, frame: bytes, other: bytes) -> bytes:
    """The same bit in an even number of places: the checksum cannot see it."""
    del other
    spoilt = bytearray(frame)
    bit = 1 << chance.randrange(8)
    for at in chance.sample(range(7, len(spoilt) - 1), chance.choice((2, 2, 4)) if len(spoilt) > 11 else 2):
        spoilt[at] ^= bit
    return bytes(spoilt)


def _cancel(chance: random.Random, frame: bytes, other: bytes) -> bytes:
    """Exactly two of them, both in the 256 bytes of text."""
    del other
    spoilt = bytearray(frame)
    bit = 1 << chance.randrange(8)
    for at in chance.sample(range(_TEXT_AT, _TEXT_AT + TEXT_LENGTH), 2):
        spoilt[at] ^= bit
    return bytes(spoilt)


def _overwrite(chance: random.Random, frame: bytes, other: bytes) -> bytes:
    del other
    at = chance.randrange(len(frame))
    return frame[:at] + chance.randbytes(chance.randrange(1, 30)) + frame[at + chance.randrange(30) :]


def _cut(chance: random.Random, frame: bytes, other: bytes) -> bytes:
    del other
    return frame[: chance.randrange(len(frame))]


def _lose(chance: random.Random, frame: bytes, other: bytes) -> bytes:
    del other
    at = chance.randrange(len(frame))
    return frame[:at] + frame[at + chance.randrange(1, 20) :]


def _insert(chance: random.Random, frame: bytes, other: bytes) -> bytes:
    del other
    at = chance.randrange(len(frame) + 1)
    return frame[:at] + chance.randbytes(chance.randrange(1, 20)) + frame[at:]


def _splice(chance: random.Random, frame: bytes, other: bytes) -> bytes:
    """The head of one person's answer and the tail of another's."""
    shorter = min(len(frame), len(other))
    # From the middle of the name on: earlier, nothing would be left of the first answer and no damage to be seen.
    at = chance.randrange(18, shorter) if shorter > 100 else chance.randrange(shorter)
    return frame[:at] + other[at:]


def _bomb(chance: random.Random, frame: bytes, other: bytes) -> bytes:
    del other
    length = chance.choice((0, 1, 3, LONGEST_LENGTH, LONGEST_LENGTH + 1, 0x7FFF, 0xFFFF))
    return PREAMBLE + length.to_bytes(2, "big") + chance.randbytes(chance.randrange(40)) + frame


def _noise(chance: random.Random, frame: bytes, other: bytes) -> bytes:
    del other
    return chance.randbytes(chance.randrange(200)) + frame + chance.randbytes(chance.randrange(20))


def _preambles(chance: random.Random, frame: bytes, other: bytes) -> bytes:
    del frame, other
    return PREAMBLE * chance.randrange(1, 300)


def _garbage(chance: random.Random, frame: bytes, other: bytes) -> bytes:
    del frame, other
    return chance.randbytes(chance.randrange(1, 1500))


DAMAGES: tuple[Damage, ...] = (
    _flip,
    _flip,
    _flip,
    _collide,
    _overwrite,
    _cut,
    _lose,
    _insert,
    _splice,
    _bomb,
    _noise,
    _preambles,
    _garbage,
)


@dataclass(slots=True)
class Tally:
    """What was counted."""

    damaged: int = 0
    answers: int = 0
    read: int = 0
    not_read: int = 0
    refused: int = 0
    wrong_number: int = 0
    wrong_name: int = 0
    wrong_other_text: int = 0
    blunders: int = 0
    """Of the wrong ones, those anybody sees: a Han name with something else in it."""
    lost: int = 0
    examples: list[str] = field(default_factory=list)


class FuzzedLine:
    """A driver and a reader's answers in made-up time. The reader is the most obliging one: it finds and reads a card
    as often as it is asked, which gives damage the most chances."""

    def __init__(self, chance: random.Random, tally: Tally, share: float, damages: Sequence[Damage] = DAMAGES) -> None:
        self.damages = damages
        self.chance = chance
        self.tally = tally
        self.share = share
        self.people = [*(each for key, each in PEOPLE.items() if key != "unknown_flag"), *map(SimulatedCard, crowd(40))]
        self.answers = [self._answers(each) for each in self.people]
        self.driver = SdtReader(poll_seconds=0.3)
        self.now = 0.0
        self.driver.opened(0.0)
        self.on_reader = -1
        self.seen = False
        self.damage = ""

    def _answers(self, simulated: SimulatedCard) -> dict[str, bytes]:
        ok, data = bytes.fromhex("000090"), card_data(simulated)
        address = address_data(simulated.newest_address) if simulated.newest_address else b""
        return {
            "11FF": build(ok),
            "12FF": build(ok + bytes(16)),
            "2001": build(bytes.fromhex("00009F00000000")),
            "2002": build(ok + bytes(8)),
            "3001": build(ok + data),
            "3003": build(ok + address) if address else build(bytes.fromhex("000091")),
        }

    def present(self) -> None:
        self.now += 0.4  # an answer still awaited from the card before is read out or given up
        self._take(b"")
        self.on_reader = self.chance.randrange(len(self.people))
        self.seen = False

    def turn(self, damage: bool) -> None:
        """One request and its answer, damaged or not, in random pieces."""
        request = self._next_request()
        answers = self.answers[self.on_reader]
        code = request[7:9].hex().upper()
        reply = answers[code]
        if code == "3003" and not self.seen:
            reply = build(bytes.fromhex("000041"))
        if damage:
            other = self.answers[self.chance.randrange(len(self.answers))][code]
            how = self.chance.choice(self.damages)
            reply = how(self.chance, reply, other)
            self.damage = how.__name__.lstrip("_")
            self.tally.damaged += 1
        self.tally.answers += 1
        at = 0
        while at < len(reply):
            size = self.chance.choice((len(reply), len(reply), self.chance.randrange(1, 200), 1))
            self._take(reply[at : at + size])
            at += size

    def _next_request(self) -> bytes:
        while not (request := self.driver.to_send(self.now)):
            self.now = max(self.driver.wake_at(self.now), self.now) + 0.001
            self._take(b"")
        return request

    def _take(self, data: bytes) -> None:
        self.now += len(data) * 10 / 115200
        for event in self.driver.feed(data, self.now):
            if isinstance(event, CardRead):
                self._judge(event.card)
            elif isinstance(event, CardNotRead):
                self.tally.not_read += 1
        assert len(self.driver._frames._buffer) <= LONGEST_LENGTH + 7

    def _judge(self, card: IdentityCard) -> None:
        self.seen = True
        genuine = self.people[self.on_reader].card
        different = [name for name in _KEPT if getattr(card, name) != getattr(genuine, name)]
        other = [
            name
            for name in ("address", "issuer", "valid_from", "valid_to", "ethnic_code", "pass_number")
            if getattr(card, name) != getattr(genuine, name)
        ]
        if genuine.kind is card.kind and not different:
            self.tally.read += 1
            self.tally.wrong_other_text += bool(other)
        elif faults(card, TODAY):
            self.tally.refused += 1
        else:
            self.tally.wrong_number += "number" in different
            self.tally.wrong_name += "number" not in different
            self.tally.examples.append(f"{self.damage}: {','.join(different)}")
            self.tally.blunders += not all("一" <= ch <= "龥" or ch == "·" for ch in card.name)


def noisy(frames: int, seed: int) -> Tally:
    """A bad line for `frames` answers; every hundredth card is put down on a line gone quiet and must read."""
    chance, tally = random.Random(seed), Tally()
    line = FuzzedLine(chance, tally, 0.25)
    taps = 0
    while tally.damaged < frames:
        line.present()
        share = chance.choice((0.1, 0.5, 0.9, 1.0))
        for _ in range(chance.randrange(4, 24)):
            line.turn(chance.random() < share)
        taps += 1
        if taps % 20 == 0:
            line.present()
            for _ in range(40):
                line.turn(damage=False)
                if line.seen:
                    break
            tally.lost += not line.seen
    return tally


def out_of_the_blue(taps: int, seed: int, damages: Sequence[Damage] = DAMAGES) -> Tally:
    """The first damaged answer a line ever shows is the answer that carries the card."""
    chance, tally = random.Random(seed), Tally()
    line = FuzzedLine(chance, tally, 0.0, damages)
    for _ in range(taps):
        line.driver.opened(line.now)
        line.present()
        damaged = False
        for _ in range(12):
            due = line._next_request()
            line.driver._asked = False  # the same request once more, now with its answer
            line.driver._due = line.now
            damage = due[7:9] == b"\x30\x01" and not damaged
            damaged = damaged or damage
            line.turn(damage)
            if line.seen:
                break
    return tally


def cancelling(taps: int, seed: int) -> Tally:
    """Out of the blue, and nothing but what the checksum cannot see."""
    return out_of_the_blue(taps, seed, (_cancel,))


def main(arguments: list[str]) -> int:
    frames = int(arguments[0]) if arguments else 1_000_000
    seed = int(arguments[1]) if len(arguments) > 1 else 20261102
    started = time.perf_counter()
    tally = noisy(frames, seed)
    seconds = time.perf_counter() - started
    out = sys.stdout.write
    out(f"noisy line: {tally.damaged} damaged of {tally.answers} answers in {seconds:.0f} s\n")
    out(f"  read right {tally.read}, refused as impossible {tally.refused}, advice {tally.not_read}\n")
    out(f"  good card not read afterwards {tally.lost}\n")
    out(f"  another number {tally.wrong_number}, another name {tally.wrong_name} {tally.examples[:5]}\n")
    out(f"  right person, other text damaged {tally.wrong_other_text}\n")
    for name, line in (("out of the blue", out_of_the_blue), ("cancelling", cancelling)):
        _report(name, line(frames // 10, seed))
    return 1 if tally.lost or tally.wrong_number or tally.wrong_name else 0


def _report(line: str, single: Tally) -> None:
    out = sys.stdout.write
    out(f"{line}: {single.damaged} first damages, read right {single.read}, refused {single.refused}\n")
    out(f"  another number {single.wrong_number}, another name {single.wrong_name} {dict(Counter(single.examples))}\n")
    out(f"  right person, other text damaged {single.wrong_other_text}\n")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

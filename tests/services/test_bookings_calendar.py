"""Calendar files out and in: what goes out comes in the same, and what is odd is refused in words."""

from __future__ import annotations

import time as stopwatch
from datetime import date, timedelta

import pytest
from icalendar import Calendar

from desk_app.core.errors import DeskError
from desk_app.domain.bookings.editing import Change
from desk_app.domain.bookings.recurrence import Repeat, expand
from desk_app.domain.bookings.slots import Slot
from desk_app.domain.people import NewPerson
from desk_app.services.bookings import Imported
from tests.services.desks import Hub
from tests.services.rooms import at, book, book_all, choir, room, weekly, wish

# Out


def events(content: bytes) -> list[dict[str, str]]:
    return [
        {name: str(event[name]) for name in ("SUMMARY", "LOCATION", "STATUS")}
        for event in Calendar.from_ical(content).walk("VEVENT")
    ]


def test_a_booking_goes_out_without_anybodys_name(hub: Hub) -> None:
    who = hub.desk.bookings.newcomer(NewPerson("测试丙", phone="13800005678"))
    book(hub, responsible=who, title="测试丙的生日", remarks="测试备注")
    book(hub, at("09:00", "10:00"), "会议室", title="理事会")
    content = hub.desk.bookings.export_calendar()
    for word in ("测试丙", "5678", "备注", "队长"):
        assert word not in content.decode()
    assert [(one["SUMMARY"], one["LOCATION"]) for one in events(content)] == [
        ("理事会", "会议室"),
        ("文化艺术交流", "议事厅"),
    ]
    assert len(events(hub.desk.bookings.export_calendar(room(hub).id))) == 1
    with pytest.raises(DeskError, match=r"room\.unknown"):
        hub.desk.bookings.export_calendar(hub.desk.rooms.new_id())


def test_a_series_goes_out_as_a_rule_with_its_exceptions(hub: Hub) -> None:
    booked = book_all(hub, rule=weekly(4), title="排练")
    hub.desk.bookings.cancel(booked.bookings[1].id)
    hub.desk.bookings.edit(booked.bookings[2].id, Change(shift=timedelta(hours=1)))
    text = hub.desk.bookings.export_calendar().decode()
    assert text.count("BEGIN:VEVENT") == 2
    assert "RRULE:FREQ=WEEKLY;COUNT=4;BYDAY=TU" in text
    assert "EXDATE;TZID=Asia/Shanghai:20261201T140000" in text
    assert "RECURRENCE-ID;TZID=Asia/Shanghai:20261208T140000" in text


def test_what_goes_out_comes_in_the_same(hub: Hub) -> None:
    booked = book_all(hub, rule=weekly(4), title="排练")
    hub.desk.bookings.cancel(booked.bookings[1].id)
    hub.desk.bookings.edit(booked.bookings[2].id, Change(shift=timedelta(hours=1)))
    plain = book(hub, at("09:00", "10:00"), "会议室")
    wishes = hub.desk.bookings.read_calendar(hub.desk.bookings.export_calendar(), wish(hub, name="健康小屋"))
    found = {(one.wanted.room_ids[0], slot) for one in wishes if one.wanted for slot in dates(one)}
    standing = [plain, *hub.desk.bookings.series(booked.series.id if booked.series else plain.id).bookings]
    assert found == {(one.room_id, one.slot) for one in standing if one.holds}


# In


def dates(one: Imported) -> tuple[Slot, ...]:
    assert one.wanted is not None
    return expand(one.wanted.rule, one.wanted.first).slots


def file(*parts: str) -> bytes:
    lines = "\n".join(f"BEGIN:VEVENT\nUID:{number}\n{part}\nEND:VEVENT" for number, part in enumerate(parts))
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:test\n{lines}\nEND:VCALENDAR\n".encode()


def read(hub: Hub, *parts: str) -> tuple[Imported, ...]:
    return hub.desk.bookings.read_calendar(file(*parts), wish(hub))


def test_an_event_becomes_a_wish_that_can_be_booked(hub: Hub) -> None:
    (one,) = read(
        hub,
        "SUMMARY:理事会\nLOCATION:徐汇区某路 1 号 会议室\n"
        "DTSTART;TZID=Asia/Shanghai:20261126T090000\nDTEND;TZID=Asia/Shanghai:20261126T103000\n"
        "RRULE:FREQ=MONTHLY;BYDAY=-1TH;COUNT=3",
    )
    assert one.wanted is not None
    assert (one.wanted.title, one.wanted.room_ids) == ("理事会", (room(hub, "会议室").id,))
    assert one.wanted.rule.repeat is Repeat.MONTHLY_WEEKDAY
    booked = hub.desk.bookings.book(one.wanted)
    assert [kept.slot.day for kept in booked.bookings] == [date(2026, 11, 26), date(2026, 12, 31), date(2027, 1, 28)]


def test_a_series_of_a_zone_with_daylight_saving_is_converted_date_by_date(hub: Hub) -> None:
    found = read(
        hub,
        "DTSTART;TZID=America/New_York:20270305T200000\nDTEND;TZID=America/New_York:20270305T210000\n"
        "RRULE:FREQ=WEEKLY;UNTIL=20270402T035959Z",
    )
    assert [[f"{slot.start:%m-%d %H:%M}" for slot in dates(one)] for one in found] == [
        ["03-06 09:00", "03-13 09:00"],
        ["03-20 08:00", "03-27 08:00"],
    ]


FORMS = {
    "UTC": "DTSTART:20261126T010000Z\nDTEND:20261126T020000Z",
    "floating": "DTSTART:20261126T090000\nDTEND:20261126T100000",
    "duration": "DTSTART;TZID=Asia/Shanghai:20261126T090000\nDURATION:PT1H",
    "another zone": "DTSTART;TZID=Europe/Berlin:20261126T020000\nDTEND;TZID=Europe/Berlin:20261126T030000",
    "two zones": "DTSTART;TZID=Asia/Shanghai:20261126T090000\nDTEND:20261126T020000Z",
}


@pytest.mark.parametrize("form", FORMS)
def test_every_way_to_write_a_time_means_the_same(hub: Hub, form: str) -> None:
    (one,) = read(hub, FORMS[form])
    assert dates(one) == (at("09:00", "10:00", date(2026, 11, 26)),)


def test_dates_past_are_left_out_and_added_and_removed_ones_heeded(hub: Hub) -> None:
    (one,) = read(
        hub,
        "DTSTART;TZID=Asia/Shanghai:20261110T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=5\n"
        "EXDATE;TZID=Asia/Shanghai:20261201T090000\nRDATE;TZID=Asia/Shanghai:20261203T090000",
    )
    assert [slot.day for slot in dates(one)] == [date(2026, 11, 24), date(2026, 12, 3), date(2026, 12, 8)]


REFUSED = {
    "all day": ("DTSTART;VALUE=DATE:20261126", "calendar.all_day"),
    "cancelled": ("STATUS:CANCELLED\nDTSTART:20261126T090000\nDURATION:PT1H", "calendar.cancelled"),
    "no start": ("SUMMARY:x", "calendar.no_time"),
    "no end": ("DTSTART:20261126T090000", "calendar.no_end"),
    "over": ("DTSTART:20201126T090000\nDURATION:PT1H", "calendar.over"),
    "over as a series": ("DTSTART:20201126T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=3", "calendar.over"),
    "no length": ("DTSTART:20261126T090000\nDURATION:PT0H", "booking.end_not_after_start"),
    "backwards": ("DTSTART:20261126T090000\nDTEND:20261126T080000", "booking.end_not_after_start"),
    "seconds": ("DTSTART:20261126T090030\nDURATION:PT1H", "booking.not_whole_minutes"),
    "endless": ("DTSTART:20261126T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY", "recurrence.too_long"),
    "by the second": ("DTSTART:20261126T090000\nDURATION:PT1H\nRRULE:FREQ=SECONDLY;COUNT=9", "recurrence.within_a_day"),
    "two rules": (
        "DTSTART:20261126T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=2\nRRULE:FREQ=WEEKLY;COUNT=2",
        "calendar.odd_event",
    ),
    "nonsense": ("DTSTART:tomorrow\nDURATION:PT1H", "calendar.odd_event"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_an_event_that_is_no_booking_says_why_and_stops_no_other(hub: Hub, case: str) -> None:
    part, code = REFUSED[case]
    bad, good = read(hub, part, FORMS["UTC"])
    assert (bad.wanted, bad.refused) == (None, code)
    assert good.wanted is not None


NO_CALENDARS = {
    "nothing": (b"", "not_a_calendar"),
    "a picture": (bytes(range(256)) * 10, "not_a_calendar"),
    "a web page": (b"<html><body>VEVENT</body></html>", "not_a_calendar"),
    "torn": (file(FORMS["UTC"])[:90], "not_a_calendar"),
    "no event": (file(), "empty"),
    "6 MB": (b"BEGIN:VCALENDAR\n" + b"X-PAD:" + b"x" * (6 << 20), "too_large"),
    "too many events": (file(*[FORMS["UTC"]] * 2001), "too_many"),
    "nested without end": (b"BEGIN:VCALENDAR\n" * 30_000, "too_many"),
    "nested deep": (b"BEGIN:VCALENDAR\n" * 5_000 + b"END:VCALENDAR\n" * 5_000, "empty"),
}


@pytest.mark.parametrize("case", NO_CALENDARS)
def test_a_file_that_is_no_calendar_is_refused_quickly(hub: Hub, case: str) -> None:
    content, code = NO_CALENDARS[case]
    started = stopwatch.perf_counter()
    with pytest.raises(DeskError, match=rf"calendar\.{code}"):
        hub.desk.bookings.read_calendar(content, wish(hub))
    assert stopwatch.perf_counter() - started < 20


def test_a_file_of_five_megabytes_is_read(hub: Hub) -> None:
    padding = "DESCRIPTION:" + "无" * 870_000
    (one, *_) = hub.desk.bookings.read_calendar(file(f"{FORMS['UTC']}\n{padding}", *[FORMS["UTC"]] * 1_000), wish(hub))
    assert one.wanted is not None


def test_an_import_is_judged_like_every_wish(hub: Hub) -> None:
    book(hub, at("09:00", "10:00", date(2026, 11, 26)), responsible=choir(hub, "测试书画社"))
    (one,) = read(hub, FORMS["UTC"])
    assert one.wanted is not None
    assert [verdict.kind.value for verdict in hub.desk.bookings.check(one.wanted).verdicts] == ["taken"]

"""What stands on each slip, and what never does."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from desk_app.core.config import DeskProfile, HubProfile
from desk_app.domain import slips
from desk_app.domain.catalogue import ServiceKind
from desk_app.domain.slips import Slip, roll_call_slip, visitor_slip
from desk_app.domain.visits import Presence, Purpose
from tests.devices.printers.fixtures import DESK, HUB, TOKEN, WHEN, visit


def values(slip: Slip) -> dict[str, str]:
    return {line.chinese: line.value for line in slip.lines}


def test_a_visitor_slip_says_who_why_where_and_until_when_with_the_name_masked() -> None:
    slip = visitor_slip(visit(), "测试明", HUB, DESK, place="二楼 书画室")
    assert values(slip) == {
        "访客": "测**",
        "事由": "书法班",
        "去处": "二楼 书画室",
        "到达": "2026-11-23 09:42",
        "有效至": "当日 20:30",
        "电话": "021-00000000",
    }
    assert slip.big == "A012"
    assert slip.token == TOKEN
    assert slip.hub == "徐汇区测试街道“邻里汇”"
    assert slip.footer_left == "NO.20261123-A012 台01"
    assert "962899" in slip.footer_right
    assert "测试明" not in repr(slip)


def test_lines_without_a_value_are_left_out() -> None:
    slip = visitor_slip(visit(), "", HubProfile(), DeskProfile())
    assert set(values(slip)) == {"事由", "到达", "有效至"}


def test_companions_are_counted_on_the_slip() -> None:
    assert values(visitor_slip(visit(companions=2), "测试明", HUB, DESK))["人数"] == "3 人"


def test_a_reprint_has_the_same_number_and_token_and_says_which_copy_it_is() -> None:
    first = visitor_slip(visit(), "测试明", HUB, DESK)
    again = visitor_slip(visit(), "测试明", HUB, DESK, copy=2)
    assert (again.big, again.token, again.copy) == (first.big, first.token, 2)


def presence(number: int, *, step_free: bool = False, heads: int = 1, name: str = "测试某") -> Presence:
    return Presence(UUID(int=number), f"A{number:03}", name, Purpose(ServiceKind.LIVING), WHEN, heads, step_free, False)


def test_the_roll_call_puts_those_who_need_help_first_and_counts_everybody() -> None:
    people = [presence(1, step_free=True), presence(2, heads=12), presence(3, name="")]
    slip = roll_call_slip(people, HUB, DESK, datetime(2026, 11, 23, 3, tzinfo=UTC))
    assert slip.big == "14 人"
    assert [line.chinese for line in slip.lines] == [
        "需协助撤离",
        "□ 测试某",
        "其他在馆人员",
        "□ 测试某 ×12",
        "□ 未留名",
    ]


def test_an_empty_house_has_an_empty_roll_call() -> None:
    slip = roll_call_slip([], HUB, DESK, WHEN)
    assert slip.big == "0 人"
    assert slip.lines == ()


def test_the_test_slip_has_a_ruler_as_wide_as_the_paper() -> None:
    slip = slips.test_slip(HUB, DESK, WHEN, columns=32)
    assert slip.lines[-1].chinese == "12345678901234567890123456789012"
    assert len(slip.token) == 16

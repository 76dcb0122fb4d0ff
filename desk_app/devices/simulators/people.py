"""Invented people whose cards the simulators, the demo and the tests put on the reader. Nobody real is here."""

from __future__ import annotations

from datetime import date

from desk_app.devices.simulators.sdt_blocks import SimulatedCard, numbered
from desk_app.domain.identity import DocumentKind, IdentityCard, LongTerm

_STREET = "上海市徐汇区虚构路"
_ISSUER = "上海市公安局虚构分局"


def resident(
    name: str,
    born: date,
    *,
    female: bool = False,
    ethnic: str = "01",
    sequence: int = 1,
    address: str = f"{_STREET}1号",
) -> IdentityCard:
    """A resident's card; `sequence` (0–499) tells people born on one day apart."""
    old = date(2026, 1, 1).year - born.year >= 46
    valid_from = date(2020, 1, 1)
    return IdentityCard(
        kind=DocumentKind.RESIDENT,
        name=name,
        sex_code="2" if female else "1",
        number=numbered("310000", born, f"{sequence * 2 + (0 if female else 1):03d}"),
        birth_date=born,
        ethnic_code=ethnic,
        address=address,
        issuer=_ISSUER,
        valid_from=valid_from,
        valid_to=LongTerm.LONG_TERM if old else date(2040, 1, 1),
    )


def _permit(name: str, area: str, pass_number: str) -> IdentityCard:
    born = date(1900, 1, 1)
    return IdentityCard(
        kind=DocumentKind.HMT_PERMIT,
        name=name,
        sex_code="1",
        number=numbered(area, born, "001"),
        birth_date=born,
        address=f"{_STREET}2号",
        issuer=_ISSUER,
        valid_from=date(2024, 1, 1),
        valid_to=date(2029, 1, 1),
        pass_number=pass_number,
        issue_count="01",
    )


_FOREIGNER_2017 = IdentityCard(
    kind=DocumentKind.FOREIGNER_2017,
    name="测试外籍",
    name_latin="SPECIMEN, ANNA MARIA",
    sex_code="2",
    number="UTO310000010105",
    birth_date=date(1900, 1, 1),
    valid_from=date(2018, 1, 1),
    valid_to=date(2028, 1, 1),
    nationality="UTO",
    card_version="01",
    issuer="1500",
)
_FOREIGNER_2023 = IdentityCard(
    kind=DocumentKind.FOREIGNER_2023,
    name="测试永居",
    name_latin="SPECIMEN, MAXIMILIAN ALEXANDER THE LONG NAMED"[:46],
    sex_code="1",
    number=numbered("931999", date(1900, 1, 1), "001"),
    birth_date=date(1900, 1, 1),
    valid_from=date(2024, 1, 1),
    valid_to=date(2034, 1, 1),
    nationality="UTO",
    renewal_count="00",
)
_GROWN = resident("测试样本", date(1990, 1, 1))


def _with(card: IdentityCard, **changes: object) -> IdentityCard:
    values = {name: getattr(card, name) for name in card.__dataclass_fields__}
    return IdentityCard(**(values | changes))


PEOPLE: dict[str, SimulatedCard] = {
    "resident": SimulatedCard(_GROWN),
    "neighbour": SimulatedCard(resident("测试邻居", date(1984, 5, 17), female=True, sequence=2)),
    "elder": SimulatedCard(resident("测试长者", date(1938, 9, 9), female=True, sequence=3)),
    "centenarian": SimulatedCard(resident("测试寿星", date(1923, 3, 3), sequence=4)),
    "child": SimulatedCard(resident("测试孩童", date(2018, 6, 1), female=True, sequence=5)),
    "moved": SimulatedCard(resident("测试迁居", date(1971, 11, 30), sequence=6), newest_address=f"{_STREET}99号"),
    "minority": SimulatedCard(resident("阿依·测试古丽", date(1962, 2, 28), female=True, ethnic="05", sequence=7)),
    "rare_name": SimulatedCard(resident("测试𠮷㛃喆", date(1995, 8, 8), sequence=8)),
    "long_name": SimulatedCard(resident("测试·长名·测试·长名·测试", date(1979, 4, 4), ethnic="17", sequence=9)),
    "hongkong": SimulatedCard(_permit("测试港居", "810000", "H00000000")),
    "macau": SimulatedCard(_permit("测试澳居", "820000", "M00000000")),
    "taiwan": SimulatedCard(_permit("测试台居", "830000", "00000000")),
    "foreigner_2017": SimulatedCard(_FOREIGNER_2017),
    "foreigner_2023": SimulatedCard(_FOREIGNER_2023, old_number_link="000"),
    "bad_check_digit": SimulatedCard(_with(_GROWN, name="测试错号", number=_GROWN.number[:17] + "X")),
    "impossible_birth": SimulatedCard(_with(_GROWN, name="测试错日", birth_date=None), birth_text="19900230"),
    "zero_dates": SimulatedCard(
        _with(_GROWN, name="测试零日", birth_date=None, valid_from=None, valid_to=None), birth_text="00000000"
    ),
    "unknown_ethnic": SimulatedCard(resident("测试穿青", date(1988, 8, 18), ethnic="81", sequence=10)),
    "unknown_flag": SimulatedCard(_with(_GROWN, name="测试新证", type_flag="Q")),
}
"""By the name used on the control channel: one card of every kind the desk must know, or must not believe."""


def person(name: str) -> SimulatedCard:
    """By key, or by the name on the card. Raises KeyError for nobody."""
    if name in PEOPLE:
        return PEOPLE[name]
    for simulated in PEOPLE.values():
        if name in (simulated.card.name, simulated.card.name_latin):
            return simulated
    raise KeyError(name)


def crowd(count: int) -> tuple[IdentityCard, ...]:
    """`count` different residents, always the same ones: for benchmarks and long mornings."""
    return tuple(
        resident(
            f"测试{_FAMILY[n % len(_FAMILY)]}{_GIVEN[n // len(_FAMILY) % len(_GIVEN)]}",
            date(1930 + n % 88, 1 + n // 88 % 12, 1 + n // 1056 % 28),
            female=n % 2 == 0,
            sequence=n // 29568 % 500,
        )
        for n in range(count)
    )


_FAMILY = "甲乙丙丁戊己庚辛壬癸"
_GIVEN = "子丑寅卯辰巳午未申酉戌亥"

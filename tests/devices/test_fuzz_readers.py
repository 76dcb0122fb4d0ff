"""The fuzz run in small, so that it cannot rot; the long one is run by hand."""

from __future__ import annotations

from tests.devices.fuzz_readers import noisy, out_of_the_blue


def test_noisy_line_never_gives_another_person_and_never_loses_a_good_card() -> None:
    tally = noisy(4000, seed=1)
    assert tally.read > 100
    assert (tally.lost, tally.wrong_number, tally.wrong_name) == (0, 0, 0)


def test_first_damage_on_a_clean_line_never_gives_another_number() -> None:
    tally = out_of_the_blue(400, seed=1)
    assert tally.damaged == 400
    assert tally.wrong_number == 0

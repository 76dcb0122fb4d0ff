"""The fuzz run in small, so that it cannot rot; the long one is run by hand."""

from __future__ import annotations

from tests.devices.fuzz_readers import cancelling, noisy, out_of_the_blue


def test_noisy_line_never_gives_another_person_and_never_loses_a_good_card() -> None:
    tally = noisy(4000, seed=1)
    assert tally.read > 100
    assert (tally.lost, tally.wrong_number, tally.wrong_name) == (0, 0, 0)


def test_first_damage_on_a_clean_line_never_gives_another_number() -> None:
    tally = out_of_the_blue(400, seed=1)
    assert tally.damaged == 400
    assert tally.wrong_number == 0


def test_two_bits_that_cancel_in_the_checksum_leave_no_blanks_or_letters_in_a_name_and_hardly_ever_another() -> None:
    tally = cancelling(3000, seed=5)
    assert tally.damaged == 3000
    assert (tally.blunders, tally.lost) == (0, 0)
    # One Han character for another, matched by a second damage: docs/decisions/0011-when-a-reading-is-believed.md.
    assert tally.wrong_name + tally.wrong_number <= 15

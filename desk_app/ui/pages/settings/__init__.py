"""Settings (F8): the hub profile, the devices, the rules, the look, the timetable."""

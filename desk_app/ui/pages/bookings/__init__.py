"""The bookings page 预约 (F3): who has which room when, and everything done about it on one screen."""

"""The rules of room booking: pure functions over values, on the hub's wall clock, with everything passed in."""

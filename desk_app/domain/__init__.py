"""The rules of a front desk, pure: no clock, no input or output, no SQL, no Qt."""

"""The far ends of the wires: devices that exist only as ports, speak the real protocols and misbehave on command."""

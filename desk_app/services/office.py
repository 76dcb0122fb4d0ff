"""What every use case leans on, and the settings read the way the rules need them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time, timedelta

from desk_app.core.clock import Clock
from desk_app.core.config import Config
from desk_app.core.errors import DeskError
from desk_app.domain.catalogue import ServiceKind
from desk_app.domain.names import is_readable
from desk_app.domain.people import NAME_LIMIT, clean_name, clean_phone
from desk_app.domain.visits import TapRules
from desk_app.storage.db import Store
from desk_app.storage.keys import Keys

_CLOSES = time(20, 30)


@dataclass(frozen=True, slots=True)
class Office:
    """The store, the clock, the secrets and the settings as they are now."""

    store: Store
    clock: Clock
    settings: Callable[[], Config]
    keys: Keys


def tap_rules(config: Config) -> TapRules:
    visits = config.visits
    return TapRules(
        same_visit=timedelta(seconds=visits.same_visit_seconds),
        sign_out_offer=timedelta(minutes=visits.sign_out_offer_minutes),
        merge_reentry=timedelta(minutes=visits.merge_reentry_minutes),
    )


def default_kind(config: Config) -> ServiceKind:
    """The hub's default purpose; a misspelt setting counts as 生活服务."""
    return ServiceKind(config.hub.default_kind) if config.hub.default_kind in set(ServiceKind) else ServiceKind.LIVING


def closing_time(config: Config) -> time:
    """When the hub closes; a misspelt setting counts as half past eight in the evening."""
    try:
        return time.fromisoformat(config.hub.closes)
    except ValueError:
        return _CLOSES


def usable_name(text: str, *, field: str = "name") -> str:
    """The cleaned name; DeskError("person.name_missing" | "person.name_too_long")."""
    name = clean_name(text)
    if not is_readable(name):
        raise DeskError("person.name_missing", field=field)
    if len(name) > NAME_LIMIT:
        raise DeskError("person.name_too_long", field=field, limit=NAME_LIMIT)
    return name


def usable_phone(text: str, *, field: str = "phone") -> str:
    """The digits of a phone number or its tail, "" where none was given; DeskError("person.phone_invalid")."""
    if not text.strip():
        return ""
    digits = clean_phone(text)
    if not digits:
        raise DeskError("person.phone_invalid", field=field)
    return digits

"""What rooms are for, in words; used by the bookings page and the settings alike."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desk_app.core.i18n import QT_TRANSLATE_NOOP
from desk_app.domain.bookings.rooms import LivingRoomUse, RoomPurpose
from desk_app.ui import messages

USES: dict[LivingRoomUse, str] = {
    LivingRoomUse.ARTS_EXCHANGE: QT_TRANSLATE_NOOP("bookings", "Arts exchange"),
    LivingRoomUse.PUBLIC_AFFAIRS: QT_TRANSLATE_NOOP("bookings", "Public affairs"),
    LivingRoomUse.COMMUNITY_DISCUSSION: QT_TRANSLATE_NOOP("bookings", "Community discussion"),
    LivingRoomUse.SHARED_VISION: QT_TRANSLATE_NOOP("bookings", "Shared vision"),
    LivingRoomUse.NEIGHBOUR_RELATIONS: QT_TRANSLATE_NOOP("bookings", "Neighbour relations"),
    LivingRoomUse.LEGAL_DOCKING: QT_TRANSLATE_NOOP("bookings", "Legal advice meets residents"),
}


def purpose(value: RoomPurpose) -> str:
    """One of the six uses of the living room, or of the nine service kinds."""
    if isinstance(value, LivingRoomUse):
        return QCoreApplication.translate("bookings", USES[value])
    return messages.kind(value)

"""Bookings: making, changing, using, finding, and what comes in and goes out as calendar files."""

from desk_app.services.bookings.api import ONCE as ONCE
from desk_app.services.bookings.api import Booked as Booked
from desk_app.services.bookings.api import Checked as Checked
from desk_app.services.bookings.api import Details as Details
from desk_app.services.bookings.api import Edited as Edited
from desk_app.services.bookings.api import Imported as Imported
from desk_app.services.bookings.api import Restorable as Restorable
from desk_app.services.bookings.api import Seen as Seen
from desk_app.services.bookings.api import TimePassed as TimePassed
from desk_app.services.bookings.api import Wanted as Wanted
from desk_app.services.bookings.bookings import Bookings as Bookings

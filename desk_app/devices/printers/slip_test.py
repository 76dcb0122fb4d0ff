"""Printing one slip outside the spool: the settings page tries a printer before it saves it, so does `print test`."""

from __future__ import annotations

import threading

from desk_app.core.config import PrinterSettings
from desk_app.core.errors import EnvironmentTrouble
from desk_app.devices.api import CAN_PRINT
from desk_app.devices.printers import printer_by_model
from desk_app.devices.printers.address import parse_address
from desk_app.devices.printers.delivery import Delivery, Outcome, Patience, Stopped
from desk_app.devices.printers.job import render
from desk_app.devices.printers.transport import LineBroken, open_line
from desk_app.domain.slips import Slip

LONGEST_SECONDS = 60.0


def print_test_slip(
    slip: Slip, settings: PrinterSettings, *, patience: Patience | None = None, seconds: float = LONGEST_SECONDS
) -> Outcome:
    """Print `slip` (see `domain.slips.test_slip`) now, on the caller's thread; it ends after `seconds` at the latest.

    Network printers serve one line at a time: stop the `PrinterThread` of the same printer first, or queue the slip.
    Raises EnvironmentTrouble: what `open_line` and `parse_address` raise, `printer.model_unknown`, or the printer's
    state (`printer.paper_out`, `printer.silent`, …) when nothing was sent because of it.
    """
    model = printer_by_model(settings.model)
    address = parse_address(settings.url)
    commands = render(slip, model, chinese=settings.chinese, slow=address.slow)
    given_up = threading.Event()
    timer = threading.Timer(seconds, given_up.set)
    line = open_line(address)
    timer.start()
    try:
        delivery = Delivery(line, model, address, patience or Patience(), given_up, lambda state: None)
        state = delivery.state()
        if state not in CAN_PRINT:
            raise EnvironmentTrouble(state.value, where=settings.url)
        return delivery.deliver("TEST", commands)
    except (LineBroken, TimeoutError, Stopped) as error:
        raise EnvironmentTrouble("printer.silent", where=settings.url) from error
    finally:
        timer.cancel()
        timer.join()
        line.close()

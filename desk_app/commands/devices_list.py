"""`devices list`: the ports of this PC and what probably sits behind them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping

from desk_app.commands import options, plain
from desk_app.commands.api import Command

_NOTHING_LIKELY = (
    "没有认出读卡器：插上后再运行一次；网络设备请写 tcp://主机:端口 / "
    "no reader recognised: plug it in and run this again; network devices are written tcp://host:port"
)


def _run(given: Namespace) -> int:
    from desk_app.devices import discovery  # pyserial's port list

    ports = [
        {"port": each.port, "description": each.description, "usb": each.usb, "models": list(each.models)}
        for each in discovery.ports()
    ]
    unusable = [
        {"usb": f"{each.vendor_id:04X}:{each.product_id:04X}", "product": each.product}
        for each in discovery.usb_only_readers()
    ]
    if given.json:
        plain.put_json({"ports": ports, "usb_only_readers": unusable})
        return 0
    for port in ports:
        plain.put(_row(port))
    for reader in unusable:
        plain.put(
            f"USB {reader['usb']}\t{reader['product']}\t"
            "不是串口，本程序不能读取：请换成串口型号 / not a COM port, cannot be read: get its serial model"
        )
    if not any(port["models"] for port in ports):
        plain.put(_NOTHING_LIKELY)
    return 0


def _row(port: Mapping[str, object]) -> str:
    """Name, what the system calls it, USB id and what it may be; Linux says n/a of ports that it knows nothing of."""
    described = "" if port["description"] == "n/a" else port["description"]
    models = port["models"]
    likely = f"可能是 probably {', '.join(models)}" if isinstance(models, list) and models else ""
    usb = port["usb"] or "不是 USB / not USB"
    return "\t".join(str(part) for part in (port["port"], described, usb, likely)).rstrip()


COMMAND = Command("devices list", "list ports and likely devices", options.add_json, _run)

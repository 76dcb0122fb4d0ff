"""`devices list`: the ports of this PC and what probably sits behind them."""

from __future__ import annotations

from argparse import Namespace

from desk_app.commands import options, plain
from desk_app.commands.api import Command


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
        likely = f"可能是 probably {', '.join(port['models'])}" if port["models"] else ""
        plain.put("\t".join(str(part) for part in (port["port"], port["description"], port["usb"], likely)).rstrip())
    for reader in unusable:
        plain.put(
            f"USB {reader['usb']}\t{reader['product']}\t"
            "不是串口，本程序不能读取：请换成串口型号 / not a COM port, cannot be read: get its serial model"
        )
    if not ports and not unusable:
        plain.put(
            "没有找到端口；网络设备请写 tcp://主机:端口 / no ports found; network devices are written tcp://host:port"
        )
    return 0


COMMAND = Command("devices list", "list ports and likely devices", options.add_json, _run)

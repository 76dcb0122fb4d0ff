"""The slip printers the desk knows: one row a model; a new one is a row here (docs/how-to/add-a-printer.md)."""

from __future__ import annotations

from desk_app.core.errors import EnvironmentTrouble
from desk_app.devices.printers.models import Fence, Level, PrinterModel, RasterKind

_FEED_AND_CUT = b"\x1dVB\x00"
"""GS V 66 0: feeds to the cutter and cuts; printers without a cutter only feed. The shortest safe tail."""

PRINTERS: tuple[PrinterModel, ...] = (
    PrinterModel(
        id="generic-58",
        title="58 mm 热敏打印机（通用）",
        dots=384,
        dpi=203,
        columns=32,
        cut=_FEED_AND_CUT,
        native_qr=False,
        raster=RasterKind.ROWS,
        rom=Level.GB2312,
        reports_status=True,
        fence=Fence.TAKEN_UP,
    ),
    PrinterModel(
        id="generic-58-silent",
        title="58 mm 热敏打印机（不能回报状态）",
        dots=384,
        dpi=203,
        columns=32,
        cut=_FEED_AND_CUT,
        native_qr=False,
        raster=RasterKind.ROWS,
        rom=Level.GB2312,
        reports_status=False,
        fence=Fence.NONE,
    ),
    PrinterModel(
        id="generic-80",
        title="80 mm 热敏打印机（通用）",
        dots=576,
        dpi=203,
        columns=48,
        cut=_FEED_AND_CUT,
        native_qr=True,
        raster=RasterKind.ROWS,
        rom=Level.GBK,
        reports_status=True,
        fence=Fence.TAKEN_UP,
    ),
    PrinterModel(
        id="xprinter-80",
        title="芯烨 Xprinter / 佳博 Gprinter 80 mm",
        dots=576,
        dpi=203,
        columns=48,
        cut=_FEED_AND_CUT,
        native_qr=True,
        raster=RasterKind.ROWS,
        rom=Level.GBK,
        reports_status=True,
        fence=Fence.TAKEN_UP,
    ),
    PrinterModel(
        id="epson-tm-t82",
        title="爱普生 Epson TM-T82II / T82III / T82X",
        dots=576,
        dpi=203,
        columns=48,
        cut=_FEED_AND_CUT,
        native_qr=True,
        raster=RasterKind.ROWS,
        rom=Level.GB18030_2,
        reports_status=True,
        fence=Fence.COMPLETED,
        motion_units=True,
    ),
    PrinterModel(
        id="epson-tm-t88",
        title="爱普生 Epson TM-T88IV – T88VII",
        dots=512,
        dpi=180,
        columns=42,
        cut=_FEED_AND_CUT,
        native_qr=True,
        raster=RasterKind.ROWS,
        rom=Level.GB18030_2,
        reports_status=True,
        fence=Fence.COMPLETED,
        motion_units=True,
    ),
    PrinterModel(
        id="legacy-80",
        title="80 mm 老式打印机（ESC * 图像）",
        dots=576,
        dpi=203,
        columns=48,
        cut=_FEED_AND_CUT,
        native_qr=False,
        raster=RasterKind.COLUMNS,
        rom=Level.GB2312,
        reports_status=True,
        fence=Fence.TAKEN_UP,
    ),
    PrinterModel(
        id="file",
        title="存为文件（不打印）",
        dots=576,
        dpi=203,
        columns=48,
        cut=_FEED_AND_CUT,
        native_qr=True,
        raster=RasterKind.ROWS,
        rom=Level.GBK,
        reports_status=False,
        fence=Fence.NONE,
    ),
)


def printer_by_model(model: str) -> PrinterModel:
    """The row with that id; EnvironmentTrouble("printer.model_unknown") when the setting names no known model."""
    for row in PRINTERS:
        if row.id == model:
            return row
    raise EnvironmentTrouble("printer.model_unknown", model=model)


__all__ = ["PRINTERS", "Fence", "Level", "PrinterModel", "RasterKind", "printer_by_model"]

"""What the commands say to people, on one line: Chinese for the hub, English for the technician on the phone."""

from __future__ import annotations

from collections.abc import Mapping

from desk_app.devices.api import CardAdvice, LinkState, PrinterState
from desk_app.domain.identity import CardFault

SENTENCES: dict[str, tuple[str, str]] = {
    "bug": ("程序内部错误，详情见日志 {log}", "internal error; the details are in {log}"),
    "output.not_writable": (
        "输出写不出去（{reason}）：请腾出磁盘空间，或改写到别处",
        "the output cannot be written ({reason}): free some space, or send it elsewhere",
    ),
    "screen.missing": (
        "这里没有屏幕：desk-app demo 可在后台演示一天",
        "there is no screen here: desk-app demo plays a day off screen",
    ),
    # the store
    "store.in_use": (
        "另一个程序正在使用 {path}：请先关闭邻里汇前台窗口",
        "another program is using {path}: close the desk's window first",
    ),
    "store.missing": (
        "{path} 里还没有数据：请先打开一次前台窗口，或用 --data-dir 指定文件夹",
        "no data in {path}: open the desk's window once, or name the folder with --data-dir",
    ),
    "store.newer": (
        "数据库由更新版本的程序写成：请升级本程序",
        "the database was written by a newer version: update this program",
    ),
    "store.wrong_key": (
        "密钥与数据库不符：请把 keys 文件夹和数据库从同一份备份恢复",
        "the key does not fit the database: restore the keys folder and the database from the same backup",
    ),
    "store.key_lost": (
        "找不到数据库的密钥：请从备份恢复 keys 文件夹",
        "the key of the database is missing: restore the keys folder from the backup",
    ),
    "store.lost": (
        "{path} 里原有的数据库 desk.db 不见了：请从备份恢复，不要另建新库",
        "desk.db is gone from {path}: bring it back from a backup, do not begin a new one",
    ),
    "store.identity_key_changed": (
        "{path} 里的密钥不是这个数据库的：请把 keys 文件夹和数据库从同一份备份恢复",
        "the keys in {path} are not those of the database: restore both from the same backup",
    ),
    "store.damaged": (
        "数据库已损坏：请勿继续使用，从 backups 文件夹恢复",
        "the database is damaged: do not go on, restore it from the backups folder",
    ),
    "store.read_only": (
        "{path} 不可写：请检查权限；只读的备份请先复制到可写的地方，再用 --data-dir 指定",
        "{path} is not writable: check its permissions; copy a read-only backup elsewhere, name that with --data-dir",
    ),
    "store.disk_full": ("磁盘已满：请腾出空间后重试", "the disk is full: free some space and try again"),
    "store.busy": ("数据库正忙：请稍后重试", "the database is busy: try again in a moment"),
    "store.older": (
        "数据库由旧版本写成：请先用本版本打开一次前台窗口",
        "the database was written by an older version: open the desk's window once with this one",
    ),
    "store.io_error": (
        "磁盘读写出错：请检查磁盘，并尽快备份 {path}",
        "the disk fails to read or write: check it and back {path} up soon",
    ),
    "store.key_store_locked": (
        "系统密钥库没有应答：请解锁后重试",
        "the system's key store does not answer: unlock it and try again",
    ),
    "settings.not_writable": (
        "设置无法保存到 {path}：请检查磁盘空间和权限",
        "the settings cannot be saved to {path}: check space and permissions",
    ),
    # exports
    "export.folder_missing": (
        "文件夹 {path} 不存在：请先建立，或改用别的 --out",
        "there is no folder {path}: create it, or choose another --out",
    ),
    "export.file_open": (
        "{path} 正被 Excel 打开：请关闭后重试",
        "{path} is open in Excel: close it and try again",
    ),
    "export.not_writable": (
        "无法写入 {path}（{reason}）：请检查权限和空间，或改用别的 --out",
        "cannot write {path} ({reason}): check permissions and space, or choose another --out",
    ),
    # cards that were read and must not be used
    CardFault.UNKNOWN_KIND: (
        "不认识的证件类型：请按姓名登记",
        "a card of an unknown kind: check the visitor in by name",
    ),
    CardFault.CHECK_DIGIT: (
        "证件号码校验不符：请重新放卡，或按姓名登记",
        "the number on the card does not add up: put it on again, or check the visitor in by name",
    ),
    CardFault.BIRTH_DATE: (
        "证件出生日期不合理：请按姓名登记",
        "the birth date on the card cannot be true: check the visitor in by name",
    ),
    CardFault.BIRTH_MISMATCH: (
        "证件出生日期与号码不一致：请按姓名登记",
        "birth date and number on the card disagree: check the visitor in by name",
    ),
    CardFault.SEX_MISMATCH: (
        "证件性别与号码不一致：请按姓名登记",
        "sex and number on the card disagree: check the visitor in by name",
    ),
    CardFault.NO_NAME: ("证件上读不出姓名：请按姓名登记", "no name on the card: check the visitor in by name"),
    "card.expired": ("证件已过有效期：照常登记", "the card has expired: check the visitor in all the same"),
    "card.uid_unknown": ("这张邻里汇卡还没有登记给任何人", "nobody has been given this hub card yet"),
    # cards that were not read
    CardAdvice.PUT_AGAIN: (
        "没有读到：请拿起证件重新放上，不要提前拿走",
        "not read: lift the card, put the card on again and leave it there",
    ),
    CardAdvice.NOT_AN_ID_CARD: (
        "不是身份证件：请检查是否叠放了别的卡",
        "not an identity card: is another card on top?",
    ),
    CardAdvice.DAMAGED_OR_FOREIGN: (
        "卡片无应答，可能损坏或不是本系统的卡：请按姓名登记",
        "the card does not answer, damaged or of another system: check the visitor in by name",
    ),
    CardAdvice.LINE_NOISE: (
        "线路有干扰：请重新放卡，检查连线和波特率",
        "noise on the line: put the card on again, check cable and --baud",
    ),
    CardAdvice.READER_FAULT: (
        "读卡器报告故障：拔下等十秒再插上",
        "the reader reports a fault: unplug it, wait ten seconds, plug it in",
    ),
    CardAdvice.READER_NOT_AUTHORISED: (
        "读卡器安全模块拒绝工作：请联系供应商",
        "the reader's security module refuses to work: call its supplier",
    ),
    CardAdvice.READER_LACKS_COMMAND: (
        "读卡器不认识该命令：请检查 --model",
        "the reader does not know this command: check --model",
    ),
    # the line to a reader
    LinkState.NOT_SET_UP: ("没有设置读卡器：请用 --port 指定", "no reader is set up: name it with --port"),
    LinkState.CONNECTING: ("正在连接读卡器", "connecting to the reader"),
    LinkState.READY: ("读卡器就绪", "the reader is ready"),
    LinkState.NO_ANSWER: (
        "{port} 打开了，但读卡器没有应答：请检查电源、--model 和 --baud",
        "{port} is open but the reader does not answer: check its power, --model and --baud",
    ),
    LinkState.NOISE: (
        "{port} 有数据但看不懂：请检查 --baud、--model 和连线",
        "bytes arrive from {port} but make no sense: check --baud, --model and the cable",
    ),
    LinkState.PORT_MISSING: (
        "没有 {port} 这个端口：请检查连线，可用 desk-app devices list 查看",
        "there is no port {port}: check the cable; desk-app devices list shows what is there",
    ),
    LinkState.PORT_BUSY: (
        "{port} 被另一个程序占用：请先关闭它",
        "{port} is in use by another program: close that first",
    ),
    LinkState.ADDRESS_UNUSABLE: (
        "{port} 不是可用的端口：写成 COM3、/dev/ttyUSB0 或 tcp://主机:端口，并核对波特率",
        "{port} is no usable port: write COM3, /dev/ttyUSB0 or tcp://host:number, and check --baud",
    ),
    LinkState.LOST: ("读卡器断开：请检查连线后重试", "the reader was unplugged: check the cable and try again"),
    LinkState.FAULT: (
        "读卡器故障：拔下等十秒再插上",
        "the reader is at fault: unplug it, wait ten seconds, plug it in",
    ),
    "card.none": (
        "{seconds:g} 秒内没有读到卡：请放上证件，已放着的请拿起再放；或加大 --timeout",
        "no card within {seconds:g} s: put one on, or lift it and put it on again; or raise --timeout",
    ),
    # printers
    PrinterState.UNKNOWN: (
        "打印机不报告状态：请看小票是否出来",
        "this printer does not say how it is: look whether the slip came out",
    ),
    PrinterState.NOT_SET_UP: (
        "没有设置打印机：请用 --printer 指定",
        "no printer is set up: name it with --printer",
    ),
    PrinterState.READY: ("打印机就绪", "the printer is ready"),
    PrinterState.PAPER_LOW: ("纸将尽：请准备新纸卷", "paper is running low: have a new roll ready"),
    PrinterState.PAPER_OUT: ("缺纸：请装上新纸卷后重试", "out of paper: put in a new roll and try again"),
    PrinterState.COVER_OPEN: ("上盖开着：请合上后重试", "the cover is open: close it and try again"),
    PrinterState.OFFLINE: (
        "打印机脱机：请按走纸键或重新开机",
        "the printer is offline: press feed, or switch it off and on",
    ),
    PrinterState.CUTTER: (
        "切刀卡住：打开上盖清理后重新开机",
        "the cutter is stuck: open the cover, clear it, switch off and on",
    ),
    PrinterState.FAULT: ("打印机故障：请重新开机", "the printer is at fault: switch it off and on"),
    PrinterState.SILENT: (
        "打印机没有应答：请检查电源和连线",
        "the printer does not answer: check its power and cable",
    ),
    PrinterState.UNREACHABLE: (
        "连不上打印机：请检查连线、电源和地址",
        "the printer cannot be reached: check cable, power and address",
    ),
    "printer.model_unknown": (
        "不认识的打印机型号 {model}：desk-app print test --help 列出型号",
        "no printer model {model}: desk-app print test --help lists them",
    ),
    "printer.chinese_unknown": (
        "设置中的 chinese 写法不认识：请用 auto",
        "the setting chinese is not understood: use auto",
    ),
    "printer.url_unusable": (
        (
            "看不懂打印机地址 {where}：写成 tcp://主机:9100、serial:COM4?baud=115200、usb:VID:PID、"
            "windows:打印机名称 或 file:路径"
        ),
        (
            "cannot understand the address {where}: write tcp://host:9100, serial:COM4?baud=115200, usb:VID:PID, "
            "windows:NAME or file:PATH"
        ),
    ),
    "printer.port_missing": (
        "没有 {where} 这个端口：请检查连线，可用 desk-app devices list 查看；要存为文件请写 file:路径",
        "there is no port {where}: check the cable; see desk-app devices list; to print into a file write file:PATH",
    ),
    "printer.not_a_port": (
        "{where} 是文件，不是端口：要存为文件请写 file:路径",
        "{where} is a file, not a port: to print into a file write file:PATH",
    ),
    "printer.port_busy": ("{where} 被另一个程序占用：请先关闭它", "{where} is in use by another program: close it"),
    "printer.port_forbidden": (
        "没有权限使用 {where}：请把用户加入 dialout 或 lp 组",
        "no permission for {where}: add the user to the group dialout or lp",
    ),
    "printer.usb_missing": ("没有找到 USB 打印机 {where}：请检查连线", "no USB printer {where}: check its cable"),
    "printer.usb_library_missing": (
        "缺少 libusb：请安装（Debian：libusb-1.0-0）或改用别的连接方式",
        "libusb is missing: install it (Debian: libusb-1.0-0) or connect another way",
    ),
    "printer.file_not_writable": ("{where} 不可写：请检查权限", "{where} is not writable: check its permissions"),
    "printer.queue_missing": (
        "Windows 里没有打印机 {where}：请核对名称",
        "Windows knows no printer {where}: check the name",
    ),
    "printer.windows_only": (
        "windows: 地址只能在 Windows 上使用",
        "addresses beginning with windows: work on Windows only",
    ),
    # how a slip ended
    "print.done": ("小票已打印", "the slip was printed"),
    "print.sent_unconfirmed": (
        "小票已发送，打印机不能确认：请看是否出来",
        "the slip was sent; this printer cannot confirm it: look whether it came out",
    ),
    "print.line_lost": (
        "发送途中断线，小票可能不完整：请检查连线后重试",
        "the line broke while sending, the slip may be torn: check the cable and try again",
    ),
    "print.no_answer": (
        "打印机没有确认：请看小票是否出来，再检查连线",
        "the printer did not confirm: look whether the slip came out, then check the cable",
    ),
    "print.desk_closed": ("程序关闭，打印未完成", "the program closed before the slip was done"),
    "print.unprintable": (
        "这张小票画不出来：请把日志交给技术支持",
        "this slip cannot be drawn: send the log to support",
    ),
    # simulators
    "simulator.not_started": (
        "模拟{kind}没有启动：端口可能被占用",
        "the simulated {kind} did not start: its port may be taken",
    ),
}
"""By code. Keys are the codes of DeskError and EnvironmentTrouble, states and advices; a test looks up every one."""


def sentence(code: str, params: Mapping[str, object] | None = None) -> str:
    """Chinese / English for `code`; a code without words is shown itself, so that somebody can still act on it."""
    if code not in SENTENCES:
        return f"{code} {dict(params or {})}"
    chinese, english = SENTENCES[code]
    gaps = _Gaps(params or {})
    return f"{chinese.format_map(gaps)} / {english.format_map(gaps)}"


class _Gaps(dict[str, object]):
    """A parameter nobody gave leaves its name standing: a sentence with a gap beats a crash."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"

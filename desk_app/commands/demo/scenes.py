"""The day itself, scene by scene: what visitors and the receptionist do, and what must come of it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desk_app.commands.demo.stage import Stage, expect
from desk_app.devices.api import LinkState, PrinterState
from desk_app.domain.catalogue import ServiceKind
from desk_app.domain.people import AgeBand
from desk_app.domain.visits import Departure, PurposeSource
from desk_app.ui.pages.visits.state import Happened, Panel, ReaderFace


def opening(stage: Stage) -> None:
    stage.move_to("08:28")
    stage.until(lambda: stage.state.reader.face is ReaderFace.WAITING, "the reader to be ready")
    stage.until(lambda: stage.window.context.bridge.printer is PrinterState.READY, "the printer to be ready")
    stage.say("开门：读卡器、打印机就绪", "the hub opens, reader and printer are ready")
    stage.picture("opening")


def first_card(stage: Stage) -> None:
    stage.move_to("08:41")
    stage.tap("resident")
    stage.until_line(Happened.CHECKED_IN)
    stage.came(slip=True)
    stage.say("放上身份证即登记，零按键，小票打出", "a card is laid on: checked in without a key, a slip comes out")
    stage.picture("first-card")


def usual_purpose(stage: Stage) -> None:
    stage.move_to("09:06")
    stage.tap("elder")
    stage.until_line(Happened.CHECKED_IN)
    line = stage.state.line
    expect(line is not None and line.source is PurposeSource.USUAL, "the elder's usual purpose was not proposed")
    expect(line is not None and line.kind is ServiceKind.ELDERLY, "the elder comes for elder services on Mondays")
    stage.came(slip=True)
    stage.say("常来的长者：按周一上午的习惯给出事由", "a regular visitor: the usual purpose of Monday mornings")
    stage.picture("usual-purpose")


def own_activity(stage: Stage) -> None:
    stage.move_to("09:18")
    stage.tap("minority")
    stage.until_line(Happened.CHECKED_IN)
    line = stage.state.line
    expect(line is not None and line.source is PurposeSource.ENGAGED, "the own activity was not proposed")
    stage.came(slip=True)
    stage.say("书法班学员：事由即当前活动", "a member of the calligraphy class: the purpose is the activity")
    stage.picture("own-activity")


def other_cards(stage: Stage) -> None:
    stage.move_to("09:24")
    for person in ("hongkong", "foreigner_2023"):
        stage.tap(person)
        stage.until_line(Happened.CHECKED_IN)
        stage.came(slip=True)
    stage.say("港澳台居住证、外国人永居证同样识别", "a Hong Kong permit and a foreigner's card are read as well")
    stage.picture("foreigner-card")


def unknown_card(stage: Stage) -> None:
    stage.move_to("09:27")
    stage.tap("unknown_flag")
    stage.until_line(Happened.REFUSED)
    expect(stage.state.reader.face is ReaderFace.UNKNOWN_CARD, "an unknown card must be shown as unknown")
    stage.say("不认识的证件：如实说明，不登记", "a card of an unknown kind is shown as unknown and not taken")
    stage.picture("unknown-card")


def card_left_behind(stage: Stage) -> None:
    stage.move_to("09:31")
    stage.tap("neighbour", lift=False)
    stage.until_line(Happened.CHECKED_IN)
    stage.came(slip=True)
    stage.until(lambda: stage.state.reader.face is ReaderFace.CARD_LEFT, "the forgotten card to be called out")
    stage.picture("card-left")
    stage.reader.do("lift")
    stage.until(lambda: stage.state.reader.face is ReaderFace.WAITING, "the reader to wait for the next card")
    stage.say("证件忘在读卡器上：提醒", "a card left on the reader is called out")


def purpose_and_undo(stage: Stage) -> None:
    stage.move_to("09:38")
    stage.tap("moved")
    stage.until_line(Happened.CHECKED_IN)
    stage.came(slip=True)
    stage.type("5")
    stage.until_line(Happened.PURPOSE_CHANGED)
    shown = stage.state.shown
    expect(
        shown is not None and shown.visit is not None and shown.visit.purpose.kind is ServiceKind.LEGAL,
        "key 5 did not choose legal services",
    )
    stage.picture("purpose-by-key")
    stage.ctrl(Qt.Key.Key_Z)
    stage.until_line(Happened.TAKEN_BACK)
    stage.say("按 5 改为法律服务，再按 Ctrl+Z 撤销", "key 5 changes the purpose, Ctrl+Z takes it back")


def undone_check_in(stage: Stage) -> None:
    stage.move_to("09:44")
    stage.tap("taiwan")
    stage.until_line(Happened.CHECKED_IN)
    stage.until_printed(stage.ledger.slips + 1)
    stage.ctrl(Qt.Key.Key_Z)
    stage.until_line(Happened.TAKEN_BACK)
    stage.came(slip=True, undone=True)
    stage.say("登记错了：撤销，记录保留、不计数", "a check-in is taken back: kept, counted nowhere")


def without_card(stage: Stage) -> None:
    stage.move_to("09:52")
    stage.key(Qt.Key.Key_Escape)
    stage.ctrl(Qt.Key.Key_K)
    stage.type("cshn")
    stage.until(lambda: stage.state.panel is Panel.SEARCH, "the search")
    stage.until(lambda: len(stage.model.search.state.found) == 1, "one person found by initials")
    stage.picture("search-by-initials")
    stage.key(Qt.Key.Key_Return)
    stage.until_line(Happened.CHECKED_IN)
    stage.came(slip=True)
    stage.say("没带证件：输入拼音首字母 cshn，回车登记", "no card: four initials and Enter")


def new_visitor(stage: Stage) -> None:
    stage.move_to("10:03")
    stage.ctrl(Qt.Key.Key_N)
    stage.until(lambda: stage.state.panel is Panel.NEWCOMER, "the form for a new visitor")
    stage.type_chinese("测试新客")
    stage.key(Qt.Key.Key_Return)
    stage.type("27")  # female, 65–69 by eye
    stage.picture("new-visitor")
    stage.key(Qt.Key.Key_Return)
    stage.until_line(Happened.CHECKED_IN)
    stage.came(slip=True)
    stage.say("新来访者：姓名加四个键", "a new visitor: the name and four keys")


def count_one(stage: Stage) -> None:
    stage.move_to("10:08")
    for _ in range(2):
        before = stage.state.line
        stage.key(Qt.Key.Key_Escape)
        stage.type("+")
        stage.until(lambda before=before: stage.state.line is not before, "one more to be counted")  # type: ignore[misc]  # mypy cannot infer a lambda with a default
        stage.until_line(Happened.COUNTED)
        stage.came(slip=False)
    stage.say("只计人次 +1，两位，不留任何信息", "two visitors counted, nothing asked")


def group(stage: Stage) -> None:
    stage.move_to("10:20")
    stage.ctrl(Qt.Key.Key_G)
    stage.until(lambda: stage.state.panel is Panel.GROUP, "the form for a group")
    stage.type_chinese("测试领队")
    stage.page.middle.group.steppers[AgeBand.B6_13].edit.setFocus()
    stage.type("14")
    stage.page.middle.group.steppers[AgeBand.B18_44].edit.setFocus()
    stage.type("1")
    stage.picture("group")
    stage.key(Qt.Key.Key_Return)
    stage.until_line(Happened.GROUP_IN)
    stage.came(heads=15, slip=True)
    stage.type("6")
    stage.until_line(Happened.PURPOSE_CHANGED)
    stage.say("团体：14 名儿童和领队，一次登记", "a group of 14 children and their leader, one check-in")


def paper_out(stage: Stage) -> None:
    stage.move_to("10:35")
    stage.printer.do("paper_out")
    stage.tap("long_name")
    stage.until_line(Happened.CHECKED_IN)
    bridge = stage.window.context.bridge
    stage.until(lambda: bridge.printer is PrinterState.PAPER_OUT, "the desk to see that the paper is out")
    stage.picture("paper-out")
    before = stage.printed()
    expect(before == stage.ledger.slips, "nothing may be printed without paper")
    stage.printer.do("ok")
    stage.came(slip=True)
    stage.until(lambda: bridge.printer is PrinterState.READY, "the desk to see the new paper")
    stage.say(
        "打印机缺纸：登记照常，装纸后小票补齐，不重不漏", "out of paper: check-in goes on, the slip follows, once"
    )


def reader_unplugged(stage: Stage) -> None:
    stage.move_to("10:48")
    stage.reader.do("unplug")
    bridge = stage.window.context.bridge
    lost = (LinkState.LOST, LinkState.PORT_MISSING)
    stage.until(lambda: bridge.link in lost, "the desk to see that the reader is gone")
    stage.picture("reader-unplugged")
    stage.reader.do("plug")
    stage.until(lambda: bridge.link is LinkState.READY, "the reader to be back")
    stage.tap("rare_name")
    stage.until_line(Happened.CHECKED_IN)
    stage.came(slip=True)
    stage.say("读卡器被拔下又插上：自动重连，生僻字姓名照常", "the reader is unplugged and back by itself; a rare name")
    stage.picture("rare-name")


def second_tap(stage: Stage) -> None:
    stage.tap("rare_name")
    stage.until_line(Happened.SAME_VISIT)
    stage.move_to("11:10")
    stage.tap("resident")
    stage.until_line(Happened.OFFER_SIGN_OUT)
    stage.picture("sign-out-offered")
    stage.key(Qt.Key.Key_Return)
    stage.until_line(Happened.SIGNED_OUT)
    stage.left()
    stage.say(
        "再次刷卡：刚到的不重复，久留的提示签退", "a second tap: the same visit at once, an offer to sign out later"
    )


def slip_scanned(stage: Stage) -> None:
    stage.move_to("11:25")
    day = stage.desk.visits.day(stage.today)
    token = next(line.visit.token for line in day if line.visit.party)
    stage.scan(token)
    stage.until_line(Happened.SIGNED_OUT)
    stage.left(heads=15)
    stage.say("扫团体小票：15 人一起签退", "the group's slip is scanned: all fifteen signed out together")


def roll_call(stage: Stage) -> None:
    stage.move_to("14:00")
    stage.key(Qt.Key.Key_F9)
    stage.until_line(Happened.ROLL_CALL_QUEUED)
    stage.ledger.slips += 1
    stage.until_printed(stage.ledger.slips)
    rows = stage.model.roll.state.rows
    expect(rows[0].needs_step_free, "who needs a step-free way comes first on the roll call")
    stage.say("消防演练：疏散名单打印，需轮椅通道者在前", "a fire drill: the roll call on paper, step-free first")
    stage.picture("roll-call")
    stage.key(Qt.Key.Key_Escape)


def another_language(stage: Stage) -> None:
    stage.move_to("16:00")
    stage.tap("long_name")
    stage.until_line(Happened.OFFER_SIGN_OUT)
    stage.key(Qt.Key.Key_Escape)
    for name, changes in (
        ("english", {"language": "en"}),
        ("english-large", {"language": "en", "large_text": True}),
        ("large", {"large_text": True}),
    ):
        stage.look(**changes)
        stage.picture(name)
    stage.look()
    stage.say("界面切换：英文、大字", "the screen in English and in large text")


def today_and_settings(stage: Stage) -> None:
    for key, name in ((Qt.Key.Key_F1, "today"), (Qt.Key.Key_F8, "settings")):
        stage.key(key)
        stage.picture(name)
    stage.key(Qt.Key.Key_F2)
    stage.say("今日页、设置页", "today's page and the settings")


def closing(stage: Stage) -> None:
    stage.move_to("20:30")
    stage.until(lambda: stage.state.closing_due, "the closing banner")
    stage.picture("closing-banner")
    stage.key(Qt.Key.Key_F10)
    stage.until(lambda: stage.state.panel is Panel.CLOSING, "the closing list")
    rows = len(stage.model.closing.state.rows)
    forgotten = 2
    for place in range(rows):
        stage.type("3" if place < forgotten else "1")
    stage.picture("closing-list")
    stage.key(Qt.Key.Key_Return)
    stage.until_line(Happened.DAY_CLOSED)
    day = stage.desk.visits.day(stage.today)
    estimated = [line for line in day if line.visit.departure is Departure.ESTIMATED]
    expect(len(estimated) == forgotten, "who went unseen must be stored as estimated")
    stage.ledger.estimated = forgotten
    stage.ledger.inside = 0
    stage.say(
        f"闭馆清点：{rows} 条，{forgotten} 条去向不明记为估计",
        f"closing: {rows} on the list, {forgotten} unseen, estimated",
    )
    stage.picture("closed")


SCENES = (
    opening,
    first_card,
    usual_purpose,
    own_activity,
    other_cards,
    unknown_card,
    card_left_behind,
    purpose_and_undo,
    undone_check_in,
    without_card,
    new_visitor,
    count_one,
    group,
    paper_out,
    reader_unplugged,
    second_tap,
    slip_scanned,
    roll_call,
    another_language,
    today_and_settings,
    closing,
)

"""Work off the screen's thread, answered on it."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk_app.core.errors import DeskError
from desk_app.ui.tasks import TaskRunner


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.close()


class Answers(QObject):
    """Who asked, and what came back on which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[object] = []
        self.failed: list[Exception] = []
        self.threads: set[str] = set()

    def take(self, answer: object) -> None:
        self.done.append(answer)
        self.threads.add(threading.current_thread().name)

    def take_failure(self, error: Exception) -> None:
        self.failed.append(error)


def test_the_answer_comes_back_on_the_ui_thread(qtbot: QtBot, tasks: TaskRunner) -> None:
    answers = Answers()
    tasks.run(answers, lambda: threading.current_thread().name, answers.take, answers.take_failure)
    qtbot.waitUntil(lambda: bool(answers.done))
    assert str(answers.done[0]).startswith("task")
    assert answers.threads == {threading.main_thread().name}


def test_a_failure_reaches_the_one_who_asked(qtbot: QtBot, tasks: TaskRunner) -> None:
    answers = Answers()

    def refuse() -> None:
        raise DeskError("group.empty")

    tasks.run(answers, refuse, answers.take, answers.take_failure)
    qtbot.waitUntil(lambda: bool(answers.failed))
    assert str(answers.failed[0]) == "group.empty"
    assert not answers.done


def test_an_answer_for_a_deleted_page_is_dropped(qtbot: QtBot, tasks: TaskRunner) -> None:
    answers = Answers()
    may_finish = threading.Event()
    page = QWidget()
    tasks.run(page, may_finish.wait, answers.take, answers.take_failure)
    page.deleteLater()
    qtbot.waitUntil(lambda: not _alive(page))
    may_finish.set()
    tasks.run(answers, lambda: "later", answers.take, answers.take_failure)
    qtbot.waitUntil(lambda: "later" in answers.done)
    assert answers.done == ["later"]


def test_closing_waits_for_what_runs_and_drops_what_waits(qtbot: QtBot) -> None:
    runner, answers = TaskRunner(), Answers()
    started = threading.Event()
    for _ in range(5):
        runner.run(answers, started.set, answers.take, answers.take_failure)
    started.wait(5)
    runner.close()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("task")]


def _alive(widget: QWidget) -> bool:
    import shiboken6

    return shiboken6.isValid(widget)

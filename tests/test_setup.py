"""The repository itself: what a clone must bring, and what must never be committed."""

from __future__ import annotations

import ast
import os
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NOT_OURS = {".git", ".venv", "out", "build", "dist", "__pycache__", ".hypothesis"}
TEXT = {".py", ".toml", ".md", ".txt", ".lock", ".json", ".ts", ".qss", ".svg", ".spec", ".tsv", ".cfg", ".ini", ""}

# Written apart, so that this file does not find itself.
MACHINE_PATHS = re.compile(
    r"(?<![\w.-])/(?:" + "|".join(["wo" + "rk", "ro" + "ot", "home/" + r"\w+"]) + r")(?:/|\b(?!-))"
)
INDEX_ADDRESS = re.compile(
    r"https?://\S*(?:/" + "simple" + r"\b|pypi" + r"\.|pythonhosted" + r"|/packages/)|--(?:extra-)?index" + "-url"
)


def files(*suffixes: str) -> Iterator[Path]:
    """Every file of the repository with one of these suffixes; caches and build results are not ours."""
    for folder, names, found in os.walk(ROOT):
        names[:] = [name for name in names if name not in NOT_OURS and not name.endswith(("_cache", ".egg-info"))]
        for name in found:
            path = Path(folder) / name
            if path.suffix in suffixes and name != ".coverage":
                yield path


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    found = []
    for path in files(*TEXT):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if pattern.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}")
    return found


def test_no_file_names_a_path_of_somebodys_machine() -> None:
    assert lines_with(MACHINE_PATHS) == []


def test_no_file_names_a_package_index() -> None:
    assert [line for line in lines_with(INDEX_ADDRESS) if not line.startswith("dev:")] == []


def test_the_lock_pins_everything_by_hash_and_holds_no_address() -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in text
    entries = [line for line in text.splitlines() if re.match(r"[a-z0-9]", line)]
    assert all(re.match(r"[\w.-]+==\S+( ; .+)? \\$", line) for line in entries)
    assert all("--hash=sha256:" in part for part in re.split(r"\n(?=[a-z0-9])", text.strip()))


def test_the_lock_has_every_package_the_project_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = {re.split(r"[\[<>=!~; ]", line, maxsplit=1)[0].lower().replace("_", "-") for line in wanted}
    locked = set(re.findall(r"^([\w.-]+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE))
    assert names - locked == set()


def test_the_broken_qt_is_not_locked() -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert re.findall(r"^pyside6-essentials==(.+?) ", text, re.MULTILINE) != ["6.12.0"]


def test_dev_runs_on_an_old_python_and_imports_the_standard_library_alone() -> None:
    text = (ROOT / "dev").read_text(encoding="utf-8")
    tree = ast.parse(text, feature_version=(3, 7))
    imported = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported <= set(sys.stdlib_module_names)


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such bit")
@pytest.mark.parametrize("name", ["dev", ".ci/run"])
def test_scripts_are_executable(name: str) -> None:
    assert os.access(ROOT / name, os.X_OK)


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_readme_shows_two_commands_for_each_system(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert set(re.findall(r"`(\./dev (?:run|test)|py dev (?:run|test))`", text)) == {
        "./dev run",
        "./dev test",
        "py dev run",
        "py dev test",
    }


def test_ci_calls_the_readmes_test_command() -> None:
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").rstrip().endswith("exec ./dev test")


def test_every_link_between_our_documents_leads_somewhere() -> None:
    link = re.compile(r"\]\(([^)#:]+?)(?:#[^)]*)?\)")
    broken = [
        f"{path.relative_to(ROOT)} -> {target}"
        for path in files(".md")
        for target in link.findall(path.read_text(encoding="utf-8"))
        if not (path.parent / target).exists()
    ]
    assert broken == []


def test_every_python_file_says_what_it_owns() -> None:
    silent = []
    for path in files(".py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if tree.body and ast.get_docstring(tree) is None:
            silent.append(str(path.relative_to(ROOT)))
    assert silent == []

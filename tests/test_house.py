"""The budgets of the house: small functions, small files, few arguments, no marks of loose ends."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FUNCTION, FILE, ARGUMENTS = 40, 300, 4
"""Lines of a function's body (docstring apart), lines of a file, arguments: see CONTRIBUTING.md."""
FREE = ("src/onrecord/cli/",)
"""Commands take as many arguments as their user has options."""
ASKED = ("src/onrecord/answers.py", "src/onrecord/api.py", "src/onrecord/wishes.py")
"""So do the functions of `import onrecord`, and those that make a question of them."""
VAGUE = {"utils", "util", "helpers", "core", "common", "misc", "base", "manager", "magic"}

FILES = sorted(
    path
    for folder in ("src", "evaluation", "bench", "docs", "training")
    for path in (ROOT / folder).rglob("*.py")
)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def body_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def arguments(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    given = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    return len([argument for argument in given if argument.arg not in {"self", "cls"}])


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_file_and_its_functions_stay_small(path: Path) -> None:
    lines = path.read_text("utf-8").count("\n")
    assert lines <= FILE, f"{lines} lines"
    long = {node.name: body_lines(node) for node in functions(path) if body_lines(node) > FUNCTION}
    assert not long


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_function_takes_few_arguments(path: Path) -> None:
    if name(path).startswith(FREE) or name(path) in ASKED:
        return
    many = {node.name: arguments(node) for node in functions(path) if arguments(node) > ARGUMENTS}
    assert not many


@pytest.mark.parametrize("path", FILES, ids=name)
def test_nothing_is_left_unfinished_or_vaguely_named(path: Path) -> None:
    assert path.stem not in VAGUE
    marks = re.findall(r"\b(?:TODO|FIXME|XXX|NotImplementedError)\b", path.read_text("utf-8"))
    assert not [mark for mark in marks if mark != "XXX"]


def test_the_counting_counts() -> None:
    source = "def f(a, b):\n    '''Say.'''\n    x = 1\n    return x\n"
    node = ast.parse(source).body[0]
    assert isinstance(node, ast.FunctionDef)
    assert (body_lines(node), arguments(node)) == (2, 2)

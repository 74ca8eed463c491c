"""The reference of the commands, written from the commands themselves."""

import inspect
from collections.abc import Iterator
from typing import Any

import typer

from onrecord.cli.app import app

VALUE = "VALUE"
HEAD = """# Commands

Written by `python -m docs.build` from the program; `onrecord COMMAND --help` prints the same.

Exit codes: 0 all went well, 1 something is wrong and was said on standard error, 2 the command line
cannot be understood. `onrecord --install-completion` sets up completion for your shell.
"""


def commands_page() -> str:
    """Give the page with every command, its options and its examples."""
    commands: dict[str, Any] = vars(typer.main.get_command(app))["commands"]
    parts = [HEAD]
    for name, command in _flat(commands):
        parts += _command(name, command)
    return "\n".join(parts)


def _flat(commands: dict[str, Any], group: str = "") -> Iterator[tuple[str, Any]]:
    """Give all commands, those of a group under its name."""
    for name, command in commands.items():
        inner = vars(command).get("commands")
        yield from _flat(inner, f"{name} ") if inner else [(group + name, command)]


def _command(name: str, command: Any) -> Iterator[str]:
    text, _, examples = inspect.cleandoc(command.help or "").partition("Examples:")
    yield from [f"## onrecord {name}", "", text.strip(), ""]
    yield from ["| argument or option | what it does |", "|---|---|"]
    for param in command.params:
        yield f"| {_names(param)} | {_help(param)} |"
    if examples:
        yield from ["", "```sh", inspect.cleandoc(examples.strip("\n")), "```"]
    yield ""


def _names(param: Any) -> str:
    if param.param_type_name == "argument":
        return f"`{param.metavar or param.name.upper()}`"
    names = ", ".join(f"`{name}`" for name in (*param.opts, *param.secondary_opts))
    return names if param.is_flag else f"{names} {param.metavar or VALUE}"


def _help(param: Any) -> str:
    text = getattr(param, "help", "") or ""
    variable = getattr(param, "envvar", None)
    return text + (f" Environment: `{variable}`." if variable else "")

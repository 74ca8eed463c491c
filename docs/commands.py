"""The reference of the commands, written from the commands themselves."""

import inspect
from collections.abc import Iterator

import click
import typer

from onrecord.cli.app import app


def commands_page() -> str:
    """Give the page with every command, its options and its examples."""
    group = typer.main.get_command(app)
    assert isinstance(group, click.Group) or hasattr(group, "commands")
    context = click.Context(group, info_name="onrecord")
    parts = [
        "# Commands",
        "",
        "Written by `python -m docs.build` from the program; `onrecord COMMAND --help` prints the same.",
        "",
        "Exit codes: 0 all went well, 1 something is wrong and was said on standard error, 2 the command",
        "line cannot be understood. `onrecord --install-completion` sets up completion for your shell.",
        "",
    ]
    for name, command in group.commands.items():
        parts += _command(name, command, context)
    return "\n".join(parts)


def _command(name: str, command: click.Command, above: click.Context) -> Iterator[str]:
    context = click.Context(command, info_name=name, parent=above)
    text, _, examples = inspect.cleandoc(command.help or "").partition("Examples:")
    yield f"## onrecord {name}"
    yield ""
    yield text.strip()
    yield ""
    yield from ["| argument or option | what it does |", "|---|---|"]
    for param in command.params:
        yield f"| {_names(param, context)} | {_help(param)} |"
    if examples:
        yield from ["", "```sh", inspect.cleandoc(examples.strip("\n")), "```"]
    yield ""


def _names(param: click.Parameter, context: click.Context) -> str:
    metavar = param.make_metavar(context)
    if isinstance(param, click.Argument) or param.param_type_name == "argument":
        return f"`{metavar}`"
    flag = getattr(param, "is_flag", False)
    names = ", ".join(f"`{name}`" for name in (*param.opts, *param.secondary_opts))
    return names if flag else f"{names} {metavar}"


def _help(param: click.Parameter) -> str:
    text = getattr(param, "help", "") or ""
    variable = getattr(param, "envvar", None)
    return text + (f" Environment: `{variable}`." if variable else "")

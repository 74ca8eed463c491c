"""`onrecord serve`."""

from typing import Annotated

import typer

from onrecord.cli.options import RECORD, RecordOption
from onrecord.cli.output import show

PORT = 8413


def serve(
    record: RecordOption = RECORD,
    port: Annotated[
        int, typer.Option(min=1, max=65535, help="The port to answer at.", show_default=True)
    ] = PORT,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="The address to listen on.", show_default=True)
    ] = "127.0.0.1",
    name: Annotated[
        list[str] | None,
        typer.Option(metavar="HOST", help="Another name of this host, where it is not local."),
    ] = None,
    browser: Annotated[
        bool, typer.Option("--open", help="Open the reading room in your browser.")
    ] = False,
) -> None:
    """Open the reading room: the record in your browser, and its API.

    It answers this computer alone, without an account and without the network. With another
    --host anybody who reaches that address can read the record, add to it, and decide in any name.

    Examples:

        onrecord serve
        onrecord serve --record talks.db --port 9000
    """
    import socket
    import webbrowser

    import uvicorn

    from onrecord.errors import AddressTaken
    from onrecord.web.app import Serving, make_app
    from onrecord.web.security import LOCAL, Guard

    guard = Guard(hosts=(*LOCAL, host, *(name or ())))
    app = make_app(Serving(record, guard, ahead=True))
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listening = socket.create_server((host, port), family=family)
    except OSError as error:
        raise AddressTaken(address, error.strerror or type(error).__name__) from error
    show(f"The reading room of {record} is open at {address} until you press Ctrl+C.")
    if browser:
        webbrowser.open(address)
    config = uvicorn.Config(app, log_level="warning", server_header=False)
    uvicorn.Server(config).run(sockets=[listening])

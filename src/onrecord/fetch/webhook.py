"""Sending a message to an address of the user's: the same guard, no redirects, no answer read."""

import json
from collections.abc import Mapping

from onrecord.errors import AnswerRefused
from onrecord.fetch.addresses import shown, target
from onrecord.fetch.client import Client, Sent
from onrecord.fetch.connecting import Deadline


def post(client: Client, url: str, message: Mapping[str, object]) -> None:
    """Send a message as JSON.

    Raises:
        FetchError: the address is refused, or the server did not take it.
    """
    client.allow(url)
    content = json.dumps(message, ensure_ascii=False, sort_keys=True).encode()
    sent = Sent("POST", (("Content-Type", "application/json"),), content)
    where = target(url, client.limits.ports)
    with client.request(where, Deadline(client.limits.seconds), sent) as response:
        if not 200 <= response.status < 300:
            raise AnswerRefused(shown(url), response.status)

"""Fetch: from addresses to bytes, safely and politely. The network's only door.

The client itself is in `client` and `politeness`, which load slowly; what is here loads at once.
"""

from onrecord.fetch.addresses import canonical, is_address, shown
from onrecord.fetch.answers import Answer, Known
from onrecord.fetch.feeds import Listed, Listing, listing
from onrecord.fetch.offline import network_forbidden

__all__ = [
    "Answer",
    "Known",
    "Listed",
    "Listing",
    "canonical",
    "is_address",
    "listing",
    "network_forbidden",
    "shown",
]

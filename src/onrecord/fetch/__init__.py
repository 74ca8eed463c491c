"""Fetch: from addresses to bytes, safely and politely. The network's only door."""

from onrecord.fetch.addresses import canonical, is_address, shown
from onrecord.fetch.answers import Answer, Known
from onrecord.fetch.client import Client, Limits
from onrecord.fetch.feeds import Listed, Listing, listing
from onrecord.fetch.offline import network_forbidden
from onrecord.fetch.politeness import Polite
from onrecord.fetch.webhook import post

__all__ = [
    "Answer",
    "Client",
    "Known",
    "Limits",
    "Listed",
    "Listing",
    "Polite",
    "canonical",
    "is_address",
    "listing",
    "network_forbidden",
    "post",
    "shown",
]

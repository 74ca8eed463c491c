"""Meetings: who meets whom, where, when, and how far it has come, as one document tells it."""

from onrecord.extract.meetings.find import Meetings

__all__ = ["Meetings"]

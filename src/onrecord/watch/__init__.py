"""Watch: feeds and pages are looked at again and again, and the user is told what he asked for."""

from onrecord.watch.alerts import Wishes
from onrecord.watch.relevance import Subject, assign_known
from onrecord.watch.sending import Channels
from onrecord.watch.watching import Watch

__all__ = ["Channels", "Subject", "Watch", "Wishes", "assign_known"]

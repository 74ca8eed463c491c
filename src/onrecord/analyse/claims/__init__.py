"""Claims: what sources say is so, and how each stands by the record, which rates no truth."""

from onrecord.analyse.claims.find import claims
from onrecord.analyse.claims.findings import Claim, ClaimStatus

__all__ = ["Claim", "ClaimStatus", "claims"]

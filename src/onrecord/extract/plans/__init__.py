"""What a document says of the texts that are negotiated: points, drafters, receivers, leaks."""

from onrecord.extract.plans.find import PlanClaims

__all__ = ["PlanClaims"]

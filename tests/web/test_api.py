"""The API keeps to its own description, whatever it is asked."""

from pathlib import Path
from typing import Any

import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from onrecord.web.app import Serving, api_of, make_app
from onrecord.web.security import Guard

CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
)
SETTINGS = settings(
    max_examples=12,  # for each part: every parameter meets odd values, in seconds
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)


def test_every_answer_is_as_described(sample_record: Path) -> None:
    app = make_app(Serving(sample_record, Guard(hosts=("localhost", "testserver"))))
    described = schemathesis.openapi.from_asgi("/api/openapi.json", app)
    asked = [found.ok() for found in described.get_all_operations() if isinstance(found, Ok)]
    assert len(asked) >= 13
    for operation in asked:
        _asked_at_random(operation)


def _asked_at_random(operation: Any) -> None:
    """Ask one part of the API what its description allows, and what it does not."""
    modes = [schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE]
    for mode in modes:

        @SETTINGS
        @given(case=operation.as_strategy(generation_mode=mode))
        def ask(case: Any) -> None:
            answer = case.call()
            case.validate_response(answer, checks=list(CHECKS))

        try:
            ask()
        except Unsatisfiable:  # what takes any id at all cannot be asked wrongly
            assert mode is schemathesis.GenerationMode.NEGATIVE


def test_every_part_and_every_parameter_is_described(sample_record: Path) -> None:
    described = api_of(make_app(Serving(sample_record)))
    assert len(described["paths"]) >= 13
    for path, methods in described["paths"].items():
        assert set(methods) == {"get"}, path
        assert methods["get"]["description"], path
        for parameter in methods["get"].get("parameters", []):
            words = parameter.get("description") or parameter["schema"].get("description")
            assert words or parameter["in"] == "path", (path, parameter["name"])

from pathlib import Path

import pytest

from onrecord.errors import BadSetting
from onrecord.settings import MAX_BYTES, Settings


def test_an_empty_environment_gives_the_defaults() -> None:
    assert Settings.from_environment({}) == Settings(Path("onrecord.db"), MAX_BYTES)
    assert (
        Settings.from_environment({"ONRECORD_RECORD": "", "ONRECORD_MAX_BYTES": ""}) == Settings()
    )


def test_the_environment_names_record_and_limit() -> None:
    environ = {"ONRECORD_RECORD": "talks.db", "ONRECORD_MAX_BYTES": "20_000"}
    assert Settings.from_environment(environ) == Settings(Path("talks.db"), 20_000)


@pytest.mark.parametrize("value", ["many", "-1", "0", "1e6", "1.5", "٣", "9" * 20, " 5"])
def test_a_limit_that_is_no_number_is_refused_in_a_sentence(value: str) -> None:
    with pytest.raises(BadSetting, match="ONRECORD_MAX_BYTES is “"):
        Settings.from_environment({"ONRECORD_MAX_BYTES": value})

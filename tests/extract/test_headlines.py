"""Names in headlines that write every word with a capital."""

import pytest

from onrecord.extract.language import parse
from onrecord.read import document

BODY = """

BRENN, March 3 (Inner Sea Press) - The minister said on Monday that the plan could open a door.

Foreign Minister Ana Lund warned that the talks would fail if defeat was feared by all. The
European Union welcomed the warning.
"""


def names(headline: str, body: str = BODY) -> set[str]:
    """Give what stands in the headline as a name of several words."""
    parsed = parse(document((headline + "\n" + body).encode(), "story.txt"))
    first = parsed.sentences[0]
    assert first.kind.value == "headline"
    found: list[str] = []
    for word in parsed.of(first):
        if word.entity and (word.begins_entity or not found):
            found.append(word.text)
        elif word.entity:
            found[-1] += f" {word.text}"
    return {name for name in found if " " in name}


@pytest.mark.parametrize(
    "headline",
    [
        "Minister Says Plan Could 'Open Door' to Peace, Warns Opponents Fear Defeat",
        "Lund Says Lemesh Plan Could 'Open Door to Talks'",
    ],
)
def test_a_phrase_in_capitals_is_no_name(headline: str) -> None:
    assert not any(
        {"Could", "Warns", "Defeat", "Plan"} & set(name.split()) for name in names(headline)
    )


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("Foreign Minister Ana Lund Warns Rivals of Failing Talks", "Ana Lund"),
        ("European Union Welcomes Warning From Brenn Minister", "European Union"),
        ("Angela Merkel Warns Foes That Talks Could Fail", "Angela Merkel"),
        ("Talks could fail, Angela Merkel says in Brenn", "Angela Merkel"),
    ],
)
def test_a_name_of_the_text_or_of_no_common_words_stays(headline: str, name: str) -> None:
    assert name in names(headline)

"""What came out of meetings, in sentences made up for it."""

import pytest

from onrecord.extract import extract
from onrecord.read import document

DAY = "2027-04-14"
CASES = [
    ("The talks between Norway and Chile in Oslo ended without an agreement on Monday.",
     ["without an agreement"]),
    (("Norway and Chile held talks in Oslo on Sunday. The talks produced a joint statement on "
     "fishing, envoys said."), ["produced a joint statement on fishing"]),
    ("Peru stands by the principles agreed at the summit between Norway and Chile in Oslo.",
     ["the principles"]),
    ("The talks between Norway and Chile have made little progress, the mediator said.",
     ["have made little progress"]),
    ("The conference of Norway and Chile in Oslo on Sunday made a statement on fishing.", []),
    ("Norway and Chile met in Oslo on Sunday. The meeting ended in Oslo on Monday.", []),
    ("The talks of Norway and Chile in Oslo on Friday would bring a deal, Ann Berg said.", []),
    ("Ministers agreed at the summit of Norway and Chile in Oslo on Sunday to meet again.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "outcomes"), CASES, ids=[text[:50] for text, _ in CASES])
def test_a_meeting_has_what_its_own_clause_says_came_out(text: str, outcomes: list[str]) -> None:
    article = document(text.encode(), "x.txt", DAY)
    found = [words for meeting in extract(article, DAY).meetings for words in meeting.outcome]
    assert [words.exact for words in found] == outcomes
    assert all(article.raw_text[w.start : w.end] == w.exact for w in found)

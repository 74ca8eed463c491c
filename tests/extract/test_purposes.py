"""What sums of money are for, in sentences made up for it."""

import pytest

from onrecord.extract import extract
from onrecord.read import document

CASES = [
    ("Norland will pay $2 billion for the port and $3 million to rebuild the dam.",
     {"$2 billion": "for the port", "$3 million": "to rebuild the dam"}),
    ("A court uncovered a $100 million fraud scheme in the energy ministry and named a banker.",
     {"$100 million": "fraud scheme in the energy ministry"}),
    ("The plan puts $7 billion of frozen assets into a fund.",
     {"$7 billion": "of frozen assets into a fund"}),
    ("Estria paid $5 million on Tuesday and gave 4 million euros to Norland.",
     {"$5 million": None, "4 million euros": None}),
    ("The firm made $6 million a year from a $7-an-hour job and won $10 million in Peru.",
     {"$6 million": None, "$7": None, "$10 million": None}),
    ("Roe spent the $9 million borrowed from a bank and lost $8 million.",
     {"$9 million": None, "$8 million": None}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "purposes"), CASES, ids=[text[:40] for text, _ in CASES])
def test_a_sum_has_its_purpose_in_the_words_behind_it(
    text: str, purposes: dict[str, str | None]
) -> None:
    article = document(text.encode(), "x.txt", "2027-04-14")
    found = extract(article, "2027-04-14").money
    told = {one.anchor.exact: one.purpose.exact if one.purpose else None for one in found}
    assert told == purposes
    for one in found:
        if one.purpose:
            words = article.raw_text[one.purpose.start : one.purpose.end]
            assert words == one.purpose.exact

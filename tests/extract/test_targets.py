"""At whom a statement is aimed."""

import pytest

from onrecord.extract import extract
from onrecord.read import document

DAY = "2027-04-14"
CASES = [
    ("Tehran threatened to leave the talks if Washington restores the sanctions.", "Washington"),
    ("“Chile must open its ports to our fleet,” Trade Minister Ana Costa said.", "Chile"),
    ("“Chilean troops will have to leave the bay,” Ana Costa said of the plan.", "Chilean troops"),
    ("“All the troops will have to leave the bay,” Ana Costa said of the plan.", None),
    ("Ana Costa urged the European Union to drop the carbon levy.", "the European Union"),
    ("The union accused the ministry of breaking the accord.", "the ministry"),
    ("Ana Costa criticised a draft in which Chile pays for the port.", None),
    ("Ana Costa said that Chile would pay for the port.", None),
    ("Ana Costa threatened to close the port every Monday.", None),
]


@pytest.mark.parametrize(("text", "target"), CASES)
def test_a_statement_is_aimed_at_whom_its_words_name(text: str, target: str | None) -> None:
    article = document(text.encode(), "x.txt", DAY)
    found = [s.target.exact for s in extract(article, DAY).statements if s.target]
    assert found == ([target] if target else [])


def test_a_target_is_an_actor_of_the_reading() -> None:
    article = document(CASES[0][0].encode(), "x.txt", DAY)
    reading = extract(article, DAY)
    (statement,) = (s for s in reading.statements if s.target)
    assert statement.target_id in {actor.actor_id for actor in reading.actors}

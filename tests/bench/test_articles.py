"""The articles to measure with are always the same, and all different."""

from pathlib import Path

from bench.articles import article, material, write


def test_an_article_is_always_the_same() -> None:
    assert [article(number) for number in range(30)] == [article(number) for number in range(30)]


def test_no_two_articles_are_equal() -> None:
    assert len({text for _, text in map(article, range(300))}) == 300


def test_names_and_years_are_changed() -> None:
    texts = [article(number)[1] for number in range(30)]
    assert not any(name in text for text in texts for name in ("Valdek", "Breskar", "Norling"))
    assert not all("2027" in text for text in texts)
    assert "Valdek" in material().names


def test_articles_are_written_as_they_are(tmp_path: Path) -> None:
    paths = list(write(tmp_path, 3))
    assert [path.read_bytes().decode("utf-8") for path in paths] == [
        article(n)[1] for n in range(3)
    ]

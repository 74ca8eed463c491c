"""Plans: every claim, point and passage leads to its words; two texts stand side by side."""

import html
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

import onrecord
from onrecord.analyse.alignment import Relation
from onrecord.show.cells import HIDDEN
from onrecord.show.comparison import Comparison, comparison_entry
from onrecord.show.plans import Plans
from tests.web.conftest import client_of
from tests.web.parsed import Page

TEXTS = onrecord.sample().parent / "texts"
HREF = re.compile(r'href="(/[^"]*)"')
TAGS = re.compile(r"<[^>]*>")
HOSTILE = """<script>alert(1)</script> {{ 7 * 7 }} Plan

1. <img src=x onerror=alert(1)> The troops “leave” the\u202e town within 60 days.
2. [The dam is shared.] javascript:alert(1)
3. =HYPERLINK("http://x.example","click") is what the third point says in full.
"""


@pytest.fixture(scope="module")
def plans_record(sample_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plans") / "plans.db"
    shutil.copy(sample_record, path)
    with onrecord.open(path) as record:
        record.add_text(TEXTS / "elements-8-april.txt", "Elements", "19 points", "2027-04-08")
        record.add_text(TEXTS / "elements-22-april.md", "Elements", "14 points", "2027-04-22")
    return path


@pytest.fixture(scope="module")
def desk(plans_record: Path) -> Iterator[TestClient]:
    with client_of(plans_record) as client:
        yield client


def plans(client: TestClient) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get("/api/plans").json()["items"]
    return found


def texts(client: TestClient) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get("/api/plans/texts").json()["items"]
    return found


def main(page: str) -> str:
    return page.partition("<main")[2].partition("</main>")[0]


def words(markup: str) -> str:
    """Give what a reader sees of some markup, without what only a screen reader says."""
    bare = re.sub(r'<span class="sr">.*?</span>', "", markup)
    return " ".join(html.unescape(TAGS.sub("", bare)).split())


def test_the_list_has_every_plan_version_and_claim_in_its_words(desk: TestClient) -> None:
    page = desk.get("/plans").text
    for plan in plans(desk):
        assert f'href="/plans/{plan["id"]}"' in page
        for version in plan["versions"]:
            for told in (*version["drafters"], *version["recipients"][:3]):
                assert html.escape(told["actor"]["name"], quote=False) in page
            counted = [claim for claim in version["claims"] if claim["aspect"] == "points"]
            assert not counted or any(_place(claim) in page for claim in counted)
    assert page.count('class="ver"') == sum(len(plan["versions"]) for plan in plans(desk))


def _place(claim: dict[str, Any]) -> str:
    at = claim["words"]
    return f"/documents/{claim['doc_id']}?c={at['start']}-{at['end']}#words"


def test_a_plan_has_every_claim_provision_and_stance_with_its_place(desk: TestClient) -> None:
    for plan in plans(desk):
        page = desk.get(f"/plans/{plan['id']}").text
        claims = [claim for version in plan["versions"] for claim in version["claims"]]
        for claim in (*claims, *plan["version_not_said"], *plan["ambiguous_mentions"]):
            assert _place(claim) in page, claim
        labels = [version["label"] for version in plan["versions"]][-2:]
        for point in desk.get(f"/api/plans/{plan['id']}").json()["points"]:
            for provision in point["provisions"]:
                if provision["version"] in labels:
                    assert _place(provision) in page
            for stance in point["stances"]:
                at = stance["evidence"][0]
                assert f"c={at['start']}-{at['end']}#words" in page
            for statement in point["statements"]:
                assert statement["id"] in page


def test_the_points_hold_all_provisions_and_stances_of_the_lineage(
    desk: TestClient, plans_record: Path
) -> None:
    with onrecord.open(plans_record) as record:
        for one in Plans(record.store).all:
            points = desk.get(f"/api/plans/{one.proposal_id}").json()["points"]
            shown = {p["id"] for point in points for p in point["provisions"]}
            own = [p for p in record.store.provisions() if p.plan.lineage in one.members]
            assert shown == {p.provision_id for p in own}
            stances = {s["id"] for point in points for s in point["stances"]}
            expected = {
                s.stance_id
                for s in record.store.stances()
                if s.object.lineage in one.members and s.object.kind == "provision"
            }
            assert stances == expected


def test_every_link_of_the_plans_leads_somewhere(desk: TestClient) -> None:
    paths = ["/plans", "/plans/compare", *(f"/plans/{plan['id']}" for plan in plans(desk))]
    paths += [f"/plans/texts/{text['id']}" for text in texts(desk)]
    seen: set[str] = set()
    for path in paths:
        page = desk.get(path)
        assert page.status_code == 200, path
        seen |= {html.unescape(link).partition("#")[0] for link in HREF.findall(main(page.text))}
    assert len(seen) > 60
    for link in sorted(seen):
        assert desk.get(link).status_code in {200, 303}, link


def test_one_click_from_a_provision_lands_on_its_words(desk: TestClient) -> None:
    for provision in desk.get("/api/provisions").json()["items"][:12]:
        page = desk.get(_place(provision)).text
        marked = TAGS.sub("", "".join(re.findall(r"<mark[^>]*>(.*?)</mark>", page)))
        assert html.unescape(marked) == provision["words"]["exact"].replace("\\", "")


def test_versions_are_chosen_and_stay_in_the_address(desk: TestClient) -> None:
    plan = next(plan for plan in plans(desk) if len(plan["versions"]) == 2)
    first, second = (version["label"] for version in plan["versions"])
    page = desk.get(f"/plans/{plan['id']}", params={"left": second, "right": first}).text
    head = re.search(r"<thead.*?</thead>", page)
    assert head
    assert head[0].index(f">{second}<") < head[0].index(f">{first}<")
    both = desk.get(f"/api/plans/{plan['id']}?show=both").json()["points"]
    every = desk.get(f"/api/plans/{plan['id']}").json()["points"]
    assert 0 < len(both) < len(every)
    for point in both:
        assert {first, second} <= {p["version"] for p in point["provisions"]}
    alone = desk.get(f"/plans/{plan['id']}", params={"left": "open", "right": "open"}).text
    assert "Version not said</th>" in alone


def test_who_stands_where_on_a_plan_is_told_page_by_page(
    desk: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def holders(number: int) -> list[str]:
        page = desk.get(f"/plans/{plan['id']}?page={number}").text
        whole = page.partition('id="whole"')[2].partition("</section>")[0]
        return re.findall(r'<th role="rowheader" scope="row"><a href="([^"?]+)', whole)

    plan = plans(desk)[0]
    every = holders(1)
    assert len(every) > 2
    assert "Pages of this list" not in desk.get(f"/plans/{plan['id']}").text
    monkeypatch.setattr("onrecord.web.pages.plans.HOLDERS", 2)
    assert "Pages of this list" in desk.get(f"/plans/{plan['id']}").text
    found = [holders(number) for number in range(1, len(every) // 2 + 2)]
    assert [each for page in found for each in page] == every
    assert max(map(len, found)) == 2


def test_of_a_plan_of_very_many_claims_less_is_shown(
    desk: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = plans(desk)[0]
    whole = main(desk.get(f"/plans/{plan['id']}").text)
    monkeypatch.setattr("onrecord.web.pages.plans.LONG", 0)
    short = main(desk.get(f"/plans/{plan['id']}").text)
    assert 0 < short.count('class="loc"') < whole.count('class="loc"')


def test_a_plan_keeps_its_address_on_days_that_know_less_of_it(desk: TestClient) -> None:
    plan = plans(desk)[0]
    early = desk.get(f"/plans/{plan['id']}?as_of=2027-04-13")
    assert early.status_code == 200
    assert "You see the record as it stood on 13 Apr 2027" in early.text
    assert "14 points</th>" not in early.text
    then = desk.get("/api/plans?as_of=2027-04-13").json()["items"][0]
    now = desk.get(f"/plans/{then['id']}")
    assert now.status_code == 200
    assert f"/api/plans/{plan['id']}" in now.text


def test_a_day_that_does_not_know_a_plan_says_so(desk: TestClient) -> None:
    last = plans(desk)[-1]
    page = desk.get(f"/plans/{last['id']}?as_of=2027-04-13")
    assert page.status_code == 200
    assert "tells of this plan" in page.text
    assert desk.get(f"/api/plans/{last['id']}?as_of=2027-04-13").status_code == 404


def test_a_text_has_all_its_passages_with_their_places(desk: TestClient) -> None:
    for text in texts(desk):
        page = desk.get(f"/plans/texts/{text['id']}").text
        points = desk.get(f"/api/plans/texts/{text['id']}").json()["points"]
        assert len(points) == text["passages"]
        for point in points:
            at = point["anchor"]
            assert f'href="/documents/{text["doc_id"]}?c={at["start"]}-{at["end"]}#words"' in page
            assert point["words"] in words(page) or html.unescape(page).count(point["words"])
            assert f'id="{point["id"]}"' in page


def test_beside_a_text_stands_what_is_said_of_the_version_of_its_name(desk: TestClient) -> None:
    nineteen = next(text for text in texts(desk) if text["version"] == "19 points")
    page = desk.get(f"/plans/texts/{nineteen['id']}").text
    rows = re.findall(r'<tr role="row" id=.*?</tr>', page, re.DOTALL)
    ceiling = next(row for row in rows if "85,000 soldiers. The limit" in row)
    assert "Ceilings on forces or weapons" in ceiling
    assert 'class="st' in ceiling
    assert "chosen because it goes by the same name" in page
    alone = desk.get(f"/plans/texts/{nineteen['id']}?coverage=none").text
    assert 'class="said"' not in alone


def test_two_texts_stand_side_by_side_each_in_its_own_words(
    desk: TestClient, plans_record: Path
) -> None:
    left, right = (text["id"] for text in sorted(texts(desk), key=lambda it: it["dated"]))
    page = desk.get("/plans/compare").text
    assert f"left={left}&amp;right={right}" in page
    found = desk.get(f"/api/plans/compare?left={left}&right={right}").json()
    rows = re.findall(r'<tr role="row" class="r-(\w+)"', page)
    assert rows == [row["relation"] for row in found["rows"]]
    with onrecord.open(plans_record) as record:
        made = record.compare("19 points", "14 points")
        one, other = (next(iter(record.store.texts())), list(record.store.texts())[-1])
    one, other = sorted((one, other), key=lambda text: text.label.dated or "")
    assert found == comparison_entry(Comparison(one, other, made))
    cells = re.findall(r'<a class="words"[^>]*>(.*?)</a>', page, re.DOTALL)
    shown = sorted(words(cell) for cell in cells)
    sides = [p for row in made.rows for p in (*row.left, *row.right)]
    assert shown == sorted(" ".join(point.words.split()) for point in sides)


def test_signs_and_words_tell_changes_without_colour(desk: TestClient) -> None:
    page = desk.get("/plans/compare").text
    for relation in Relation:
        assert re.search(rf"</span> {relation.value} <b>\d+</b>", page), relation
    rows = re.findall(r'<tr role="row" class="r-.*?</tr>', page, re.DOTALL)
    row = next(row for row in rows if "450" in row)
    assert '<del><span class="sr">[taken out: </span>300<span class="sr">]</span></del>' in row
    assert '<ins><span class="sr">[put in: </span>450<span class="sr">]</span></ins>' in row
    assert "moved</small>" in row


@pytest.mark.parametrize("only", ["changed", "merged,dropped", "same"])
def test_only_some_relations_are_shown_when_asked_for(desk: TestClient, only: str) -> None:
    asked = desk.get(f"/plans/compare?only={only}").text
    rows = set(re.findall(r'class="r-(\w+)"', asked))
    assert rows
    assert rows <= set(only.split(","))


def test_one_text_is_set_beside_another_of_its_plan(desk: TestClient) -> None:
    older, newer = (t["id"] for t in sorted(texts(desk), key=lambda it: it["dated"]))
    page = desk.get(f"/plans/compare?left={newer}").text
    assert f"left={newer}&amp;right={older}" in page
    page = desk.get(f"/plans/compare?right={newer}").text
    assert f"left={older}&amp;right={newer}" in page
    assert desk.get("/plans/compare?left=19+points&right=14+points").status_code == 200


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/plans/none-such", 404, "No plan on record is called"),
        ("/plans/texts/none-such", 404, "none-such"),
        ("/plans/compare?left=none-such", 404, "none-such"),
        ("/plans/compare?left=19&only=shout", 400, "No code begins with “shout”"),
        ("/plans?page=0", 422, "page"),
    ],
)
def test_what_is_not_there_is_said_in_a_sentence(
    desk: TestClient, path: str, status: int, said: str
) -> None:
    for address in (path, f"/api{path}&right=14" if "compare" in path else f"/api{path}"):
        answer = desk.get(address)
        assert answer.status_code == status, address
        assert said in html.unescape(answer.text)


def test_without_texts_the_page_says_how_to_add_one(room: TestClient, empty: TestClient) -> None:
    for client in (room, empty):
        for path in ("/plans/compare", "/plans"):
            page = client.get(path)
            assert page.status_code == 200
            if client is room or path == "/plans/compare":
                assert "onrecord proposal add FILE" in page.text
    assert empty.get("/api/plans").json() == {"total": 0, "page": 1, "items": []}


def test_one_text_alone_asks_for_another(sample_record: Path, tmp_path: Path) -> None:
    path = tmp_path / "one.db"
    with onrecord.open(path) as record:
        record.add_text(TEXTS / "elements-8-april.txt", "Elements", "19 points")
    with client_of(path) as client:
        page = client.get("/plans/compare").text
    assert "One text is on record; two can be compared." in page


def test_a_text_that_is_added_is_there_at_once(plans_record: Path, tmp_path: Path) -> None:
    path = tmp_path / "again.db"
    shutil.copy(plans_record, path)
    with client_of(path) as client:
        assert len(texts(client)) == 2
        with onrecord.open(path) as record:
            record.add_text(TEXTS / "elements-8-april.txt", "Another", "first draft")
        assert {text["plan"] for text in texts(client)} == {"Elements", "Another"}


def test_a_hostile_text_is_text(tmp_path: Path) -> None:
    path, file = tmp_path / "hostile.db", tmp_path / "plan.txt"
    with onrecord.open(path) as record:
        for version, tail in (("<b>1</b>", ""), ("\u202e2", "\n4. <svg onload=alert(1)> more.\n")):
            file.write_text(HOSTILE + tail)
            record.add_text(file, '"><script>alert(2)</script>', version)
    with client_of(path) as client:
        pages = ["/plans", "/plans/compare"]
        pages += [f"/plans/texts/{text['id']}" for text in texts(client)]
        for address in pages:
            page = client.get(address).text
            assert list(Page(page).forbidden()) == [], address
            assert "<script>" not in page
            assert "<img" not in page
            assert not HIDDEN.findall(page), address
        assert "{{ 7 * 7 }}" in html.unescape(client.get(pages[-1]).text)


def test_hostile_articles_are_text_on_the_pages_of_plans(hostile: TestClient) -> None:
    for path in ("/plans", *(f"/plans/{plan['id']}" for plan in plans(hostile))):
        page = hostile.get(path).text
        assert list(Page(page).forbidden()) == [], path
        assert "<script>" not in page
        assert not HIDDEN.findall(page), path


def test_an_entry_of_a_plan_leads_to_its_page_or_words(desk: TestClient) -> None:
    text = texts(desk)[0]
    assert desk.get(f"/entries/{text['id']}").headers["location"] == f"/plans/texts/{text['id']}"
    provision = desk.get("/api/provisions").json()["items"][0]
    assert desk.get(f"/entries/{provision['id']}").headers["location"] == _place(provision)


def test_what_a_person_confirmed_is_told_from_what_the_machine_read(
    plans_record: Path, tmp_path: Path
) -> None:
    path = tmp_path / "confirmed.db"
    shutil.copy(plans_record, path)
    with onrecord.open(path) as record:
        plan = Plans(record.store).all[0]
        stance = next(
            each
            for each in record.store.stances()
            if each.object.lineage in plan.members and each.object.kind == "provision"
        )
        record.desk("Ann <b>Lee</b>").accept(stance.stance_id)
    with client_of(path) as client:
        page = client.get(f"/plans/{plan.proposal_id}").text
    assert 'class="read person">confirmed by Ann &lt;b&gt;Lee&lt;/b&gt;, 20' in page
    assert "machine reading</span>" in page


def test_a_point_does_not_repeat_as_remarks_what_it_was_read_from(desk: TestClient) -> None:
    for plan in plans(desk):
        for point in desk.get(f"/api/plans/{plan['id']}").json()["points"]:
            read = {provision["statement"] for provision in point["provisions"]}
            read |= {id_ for stance in point["stances"] for id_ in stance["statements"]}
            assert not read & {statement["id"] for statement in point["statements"]}

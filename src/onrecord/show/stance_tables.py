"""Where the sides stand, what shifted and what was covered, for people."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.table import Table
from rich.text import Text

from onrecord.analyse import Behind, Gap, OutletCount, Period, Shift, ShiftKind
from onrecord.record import Anchor, Stance, StanceBasis
from onrecord.show.plain import one_line
from onrecord.show.reviews import mark
from onrecord.show.standing import Background
from onrecord.show.tables import WORDS_SHOWN, short, table
from onrecord.show.words import ABSENCES, BASES, DIRECTIONS, STANCES, many, rounded

OWN, DIM = "bold", "dim"
NAME, LABEL = 24, 32
"""Characters of an actor's name and of an object's label in a table."""


NEW_OUTLET = "The later one is only in an outlet that is new here: perhaps no new stance"


def stances_table(
    rows: Iterable[tuple[Stance, bool]], names: Background, *, trail: bool = False
) -> Table:
    """Give stances: on what, who, where he stands, since when, in which words of which article.

    Only what the holder said himself is set in bold; everything else names whose word it is. In a
    trail what is in force is marked.
    """
    extra = ["in force"] if trail else []
    made = table("object", "holder", "stance", "as of", *extra, "words", "id")
    last = ""
    for stance, in_force in rows:
        label = one_line(stance.object.label, LABEL)
        made.add_row(
            Text("" if label == last else label),
            Text(one_line(names.name(stance.holder), NAME)),
            told_stance(stance, names),
            Text(stance.as_of or "unknown"),
            *["yes" if in_force else "" for _ in extra],
            Text.assemble(evidence(stance), (f"\n{names.source(stance)}", DIM)),
            short(stance.stance_id),
        )
        last = label
    return made


def told_stance(stance: Stance, names: Background) -> Text:
    """Give the stance in words; on whose word, where it is not the holder's own; its doubt."""
    own = stance.basis is StanceBasis.EXPRESSED
    text = Text(STANCES[stance.value], style=OWN if own else "")
    if not own:
        text.append(f"\n({one_line(whose_word(stance, names), LABEL)})", style="italic")
    if stance.version_ambiguous:
        text.append("\n(version not said)", style=DIM)
    if stance.for_review:
        text.append(f"\n? {rounded(stance.provenance.confidence)}", style="magenta")
    if stance.provenance.review:
        text.append(f"\n{mark(stance.provenance)}", style="cyan")
    return text


def whose_word(stance: Stance, names: Background) -> str:
    """Give on whose word a stance is: `own words`, `hearsay, Hedda Vik`."""
    by = f", {names.name(stance.reported_by)}" if stance.reported_by else ""
    return BASES[stance.basis] + by


def evidence(stance: Stance) -> str:
    """Give the words that decided a stance, on one line."""
    return joined(stance.evidence)


def joined(anchors: Iterable[Anchor]) -> str:
    """Give words at several places, an ellipsis between them."""
    return one_line(" … ".join(anchor.exact for anchor in anchors), WORDS_SHOWN)


def shift_text(shift: Shift, words: Mapping[str, Stance], names: Background) -> Iterator[Text]:
    """Give a shift: what it is, its two statements with their words, the coverage behind it."""
    before, after = STANCES[shift.before.value], STANCES[shift.after.value]
    yield Text.assemble(
        (one_line(names.name(shift.holder)), OWN),
        f" on {one_line(shift.object.label)}: {before} → {after} ",
        (f"({_distance(shift)})", DIM),
    )
    for stand in (shift.before, shift.after):
        stance = words[stand.stance_id]
        yield Text.assemble(
            f"  {stand.as_of or 'day unknown'}  {STANCES[stand.value]}: {evidence(stance)} ",
            (f"{names.source(stance)}  {short(stand.stance_id)}", DIM),
        )
    yield from (Text(f"  {line}", style=DIM) for line in _notes(shift))


def _distance(shift: Shift) -> str:
    """Give how far and whereto, and within how many days."""
    way = f"{many(abs(shift.steps), 'step')} {DIRECTIONS[shift.direction]}"
    return f"{way}, {many(shift.days, 'day')}"


def _notes(shift: Shift) -> Iterator[str]:
    """Give what a reader must know before he calls it a shift."""
    if shift.kind is ShiftKind.VERSION_CHANGE:
        earlier = one_line(shift.before.object.label)
        yield f"No shift: the first is about another version, {earlier}"
    if not shift.order_is_sure:
        yield "The text leaves open which of the two came first"
    if shift.behind is None:
        yield "Coverage unknown: a day of publication is not known"
        return
    yield from _behind(shift.behind)


def _behind(behind: Behind) -> Iterator[str]:
    yield f"Articles {days(behind.period)}: {counts(behind.in_period)}"
    yield f"As many days before, {days(behind.earlier)}: {counts(behind.in_earlier)}"
    if behind.new_outlet:
        yield NEW_OUTLET


def days(period: Period) -> str:
    """Give a period in words: `2027-04-12 to 2027-04-28`."""
    if period.first is None and period.last is None:
        return "on all days"
    if period.first is None:
        return f"up to {period.last}"
    return f"{period.first} to {period.last}" if period.last else f"since {period.first}"


def counts(found: Sequence[OutletCount]) -> str:
    """Give the articles of outlets: `Strand Chronicle 3, outlet unknown 1`."""
    named = (f"{one_line(outlet(count))} {count.articles}" for count in found)
    return ", ".join(named) or "none"


def outlet(count: OutletCount) -> str:
    """Give the name of an outlet, or that it is not known."""
    return count.outlet or "outlet unknown"


def coverage_table(found: Iterable[tuple[OutletCount, bool]]) -> Table:
    """Give the articles of each outlet, and whether it is new in the period."""
    made = table("outlet", "articles", "first", "last", "new")
    for count, new in found:
        name = Text(one_line(outlet(count), LABEL))
        first, last = count.first.isoformat(), count.last.isoformat()
        made.add_row(name, str(count.articles), first, last, "new" if new else "")
    return made


def gaps_table(gaps: Iterable[Gap], names: Background) -> Table:
    """Give who has no position of his own on what, why, and how many articles say so."""
    made = table("object", "holder", "why", "articles", "heard in", "only told")
    for gap in gaps:
        told = sorted({STANCES[each.value] for each in gap.told})
        made.add_row(
            Text(one_line(gap.object.label, LABEL)),
            Text(one_line(names.name(gap.holder), NAME)),
            ABSENCES[gap.why],
            str(gap.articles),
            str(gap.heard),
            ", ".join(told),
        )
    return made

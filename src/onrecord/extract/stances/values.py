"""The value of a stance: rules 2 to 8 of section 3.6, in their order."""

from onrecord.extract.matters import Matter
from onrecord.extract.stances.clauses import Clause
from onrecord.extract.stances.rules import pattern
from onrecord.extract.stances.sayings import Said
from onrecord.record import Form, ObjectKind, SourcingLevel, SpeechAct, StanceValue

ACCEPTING = frozenset({StanceValue.ACCEPT, StanceValue.ACCEPT_IN_PRINCIPLE})
SILENT = frozenset({SpeechAct.DECLINE_TO_COMMENT, SpeechAct.NO_POSITION})


def value_of(clause: Clause, said: Said | None, after: str) -> StanceValue | None:
    """Give the value of what a clause says, None where it says nothing of anybody's stance.

    `after` is the text from the predicate to the end of its sentence.
    """
    if clause.opened == "if":
        return None
    if clause.opened == "whether":
        return _asked(said)
    rule = clause.predicate.rule
    if clause.potential or (rule.modal and not clause.modal):
        return None
    value = rule.denied if clause.denied else rule.value
    if value in ACCEPTING:
        assert value is not None
        return _accepting(value, after)
    return value


def _asked(said: Said | None) -> StanceValue | None:
    """Give the value of a question: unclear to the author, or left without an answer (rule 2)."""
    if said is None:
        return None
    statement = said.statement
    if statement.speech_act in SILENT or statement.form is Form.NO_COMMENT:
        return StanceValue.NO_POSITION
    authorial = statement.sourcing_level is SourcingLevel.AUTHORIAL
    return StanceValue.UNCLEAR if authorial else None


def _accepting(value: StanceValue, after: str) -> StanceValue:
    """Give which acceptance it is: as it is, as a basis, or on a condition (rules 4 to 6)."""
    hangs = pattern("conditions").search(after)
    if hangs and not pattern("conditions", "courtesy").search(after):
        return StanceValue.ACCEPT_WITH_CONDITIONS
    if pattern("principle").search(after):
        return StanceValue.ACCEPT_IN_PRINCIPLE
    return value


def of_matter(value: StanceValue, matter: Matter, sentence: str) -> StanceValue:
    """Give the value for what it is about: rules 6 and 8.

    Criticism of a part is no opposition to the whole; who would talk about a text if something
    happened takes it on that condition, who would just talk is ready to talk.
    """
    text = matter.kind in {ObjectKind.PROPOSAL, ObjectKind.PROVISION}
    firm = pattern("conditions", "firm").search(sentence)
    if text and firm and value is StanceValue.OPEN_TO_DISCUSS:
        return StanceValue.ACCEPT_WITH_CONDITIONS
    return StanceValue.PARTIAL_OBJECTION if matter.part and value is StanceValue.OPPOSE else value

"""The grammar: patterns over kinds of words, read from `words/time_rules.toml`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.extract.times.lexicon import PLAIN, letters, word_list
from onrecord.extract.times.tokens import Tokens
from onrecord.record import TimeType

REACH = 9
"""How many words may stand before the core: "at least the first twenty-four hours"."""
_NAME = re.compile(r"[A-Z][A-Z_]*|[a-z][a-z_]*")


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern: its name, what reads its value, and how its value looks without an anchor.

    `undated` is a template of the TIMEX3 value where the day of writing is not known; None where
    the expression does not depend on it.
    """

    name: str
    reader: str
    type: TimeType
    undated: str | None
    pattern: str
    example: str


@dataclass(frozen=True)
class Grammar:
    """All rules, as one regular expression over the letters of the kinds."""

    rules: dict[str, Rule]
    expression: re.Pattern[str]

    def matches(self, tokens: Tokens) -> Iterator[tuple[Rule, int, int]]:
        """Give each expression of the text: its rule, its first token and its end."""
        for match in self.expression.finditer(tokens.kinds):
            yield self.rules[match.lastgroup or ""], match.start(), match.end()


@cache
def grammar() -> Grammar:
    """Give the grammar that ships with the package; of rules that fit, the first one counts."""
    lists = word_list("time_rules.toml")
    parts = {name: f"(?:{pattern})" for name, pattern in lists["parts"].items()}
    rules = {entry["name"]: _rule(entry) for entry in lists["rules"]}
    branches = [f"(?P<{rule.name}>{_expand(rule.pattern, parts)})" for rule in rules.values()]
    return Grammar(rules, re.compile(f"{_near(lists['cores'])}(?:{'|'.join(branches)})"))


def _near(cores: list[str]) -> str:
    """Give the test that a core kind stands here or after a few words that the grammar knows."""
    strange = "".join(letters()[kind] for kind in (*PLAIN, "BREAK"))
    core = "".join(letters()[kind] for kind in cores)
    return f"(?=[^{strange}]{{0,{REACH}}}?[{core}])"


def _rule(entry: dict[str, str]) -> Rule:
    """Give one rule from its table."""
    return Rule(
        name=entry["name"],
        reader=entry["reader"],
        type=TimeType(entry.get("type", "DATE")),
        undated=entry.get("undated"),
        pattern=entry["pattern"],
        example=entry["example"],
    )


def _expand(pattern: str, parts: dict[str, str]) -> str:
    """Give the pattern with kinds as letters and parts filled in, spaces left out."""

    def replace(name: re.Match[str]) -> str:
        word = name.group()
        return letters()[word] if word.isupper() else _expand(parts[word], parts)

    return _NAME.sub(replace, pattern).replace(" ", "")

"""Writes the table of countries: `python -m tables`, where `countryinfo` and `babel` are installed.

Names are those of the Unicode CLDR (Unicode License v3, through Babel), capitals and peoples those
of countryinfo (MIT); what is corrected or added is our own and stands in `tables/own.toml`. The
result, `src/onrecord/world/world.toml`, is what the package reads.
"""

import json
import tomllib
from collections.abc import Iterator
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from babel import Locale

OWN = tomllib.loads(Path(__file__).with_name("own.toml").read_text("utf-8"))
TABLE = Path(__file__).parents[1] / "src" / "onrecord" / "world" / "world.toml"
HEAD = """\
# Countries: names, capital, and what their people and things are called; international bodies.
# Written by `python -m tables`. Names: Unicode CLDR (Unicode License v3) through Babel {babel};
# capitals and peoples: countryinfo {countryinfo} (MIT License, Copyright (c) 2018 Porimol Chandro);
# corrections, other names and bodies: our own, in tables/own.toml. Codes are ISO 3166-1 alpha-3;
# XKK is CLDR's for Kosovo.

"""


def main() -> None:
    """Write the table."""
    head = HEAD.format(babel=version("babel"), countryinfo=version("countryinfo"))
    lines = ["[countries]", *_countries(), "", "[bodies]", *_bodies(), ""]
    TABLE.write_text(head + "\n".join(lines), "utf-8")


def _countries() -> Iterator[str]:
    facts = _facts()
    for code, names in sorted(_names().items()):
        given = facts.get(code, {})
        own = OWN["countries"].get(code, {})
        every = list(dict.fromkeys([*names, *own.get("names", [])]))
        capital = own.get("capital", [given["capital"]] if given.get("capital") else [])
        people = own.get("people", [given["demonym"]] if given.get("demonym") else [])
        parts = (("names", every), ("capital", capital), ("people", people))
        row = ", ".join(f"{name} = {_listed(value)}" for name, value in parts if value)
        yield f"{code} = {{ {row} }}"


def _names() -> dict[str, list[str]]:
    """Give CLDR's English name by alpha-3 code, and its short form where there is one."""
    territories = Locale("en").territories
    codes = {row["ISO"]["alpha2"]: code for code, row in _facts().items()} | OWN["codes"]
    return {
        alpha3: [OWN["plain"].get(alpha3, territories[alpha2])]
        for alpha2, alpha3 in codes.items()
        if alpha2 in territories
    }


def _facts() -> dict[str, Any]:
    spec = find_spec("countryinfo")
    assert spec is not None
    assert spec.origin is not None
    files = sorted((Path(spec.origin).parent / "data").glob("*.json"))
    rows = [json.loads(file.read_text("utf-8")) for file in files]
    return {row["ISO"]["alpha3"]: row for row in rows if row.get("ISO", {}).get("alpha3")}


def _bodies() -> Iterator[str]:
    for name, others in sorted(OWN["bodies"].items()):
        yield f"{json.dumps(name, ensure_ascii=False)} = {_listed(others)}"


def _listed(values: list[str]) -> str:
    return json.dumps(values, ensure_ascii=False)


if __name__ == "__main__":
    main()

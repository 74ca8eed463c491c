"""The readers by the name that the grammar calls them."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from onrecord.extract.times import clock, days, durations, periods, quarters, vague
from onrecord.extract.times.findings import TimeValue
from onrecord.extract.times.phrase import Phrase

Reader = Callable[[Phrase], TimeValue | None]

_ALL: tuple[Reader, ...] = (
    clock.clock,
    clock.clock_and_day,
    clock.day_part,
    days.day_full,
    days.day_iso,
    days.day_of_month,
    days.day_range,
    days.day_slashed,
    days.holiday,
    days.today,
    days.weekday,
    days.weekday_of_week,
    days.weekday_the_day,
    durations.counted_ago,
    durations.counted_ahead,
    durations.counted_earlier,
    durations.duration,
    durations.duration_and_half,
    durations.every_day_named,
    durations.every_unit,
    durations.frequency,
    durations.half_duration,
    durations.times_a_unit,
    periods.century,
    periods.decade,
    periods.half_of_near_year,
    periods.half_of_year,
    periods.month,
    periods.day_of_near_year,
    periods.month_of_near_year,
    periods.month_of_year,
    periods.near_month,
    periods.near_unit,
    periods.season,
    periods.season_of_year,
    periods.the_year,
    periods.weekend,
    periods.year,
    periods.year_end,
    periods.year_spelled,
    quarters.quarter,
    quarters.quarter_and_year,
    quarters.quarter_of_near_year,
    quarters.quarter_of_year,
    quarters.the_quarter,
    quarters.year_ago_quarter,
    vague.vague,
)

READERS: Mapping[str, Reader] = MappingProxyType({reader.__name__: reader for reader in _ALL})
"""Every reader; None means that the words name no time after all."""

"""Times as readers write them, and as the page compares them."""

from __future__ import annotations

from dfgraph.base.language import Text
from dfgraph.products.network.model import Period
from dfgraph.products.views.scene.model import SceneWhen
from dfgraph.products.views.scene.notes import to_words
from dfgraph.products.views.texts import say_date

_SINCE = Text("từ {time}", "since {time}")
_UNTIL = Text("đến {time}", "until {time}")


def say_period(period: Period) -> Text:
    """When something holds, in words.

    >>> say_period(Period("2019-06-18", None, "2019-06-18")).en
    'since 18 June 2019'
    >>> say_period(Period("2016-01-01", "2020-12-31", "2016/2020", "2016/2020")).vi
    '2016–2020'
    """
    since, until = period.since, period.until
    if since == until:
        since, slash, until = since.partition("/")
        if not slash:
            return say_date(since)
    since, until = ("" if time == ".." else time for time in (since, until))
    if since and until:
        return Text(*("–".join(both) for both in zip(say_date(since), say_date(until), strict=True)))
    return (_SINCE if since else _UNTIL).fill(time=say_date(since or until))


def to_when(period: Period) -> SceneWhen:
    """First day, last day, and words."""
    return period.start, period.end, to_words(say_period(period))

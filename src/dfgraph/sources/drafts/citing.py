"""The source that a draft cites by its address: one that is known, or a new one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from dfgraph.sources.drafts.draft import Draft, label_field, label_of, named_id
from dfgraph.sources.facts import Index
from dfgraph.sources.facts.evidence import SOURCE
from dfgraph.sources.schema import Field, Kind, Schema

URL: Final = "https://schema.org/url"
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_SUFFIX = re.compile(r"\.(?:html?|aspx?|php|jsp|pdf|docx?)$", re.IGNORECASE)


def source_field(schema: Schema) -> Field | None:
    """The field of evidence that names the source."""
    return next((f for f in schema.evidence.fields.values() if f.path == SOURCE), None)


def source_kind(schema: Schema) -> Kind | None:
    """The kind of record that describes a source."""
    field = source_field(schema)
    return next((k for k in schema.kinds.values() if field and field.range in k.supers), None)


def url_field(kind: Kind) -> Field | None:
    """The field that holds the address of the things of a kind."""
    return next((f for f in kind.fields.values() if f.path == URL), None)


def is_address(text: str) -> bool:
    """Whether a text is the address of a page."""
    return _ADDRESS.fullmatch(text.strip()) is not None


def same_page(url: str) -> str:
    """The key under which two addresses of one page are equal.

    >>> same_page("http://www.Example.org/a/#b") == same_page("https://example.org/a")
    True
    """
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").removeprefix("www.")
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{unquote(parts.path).rstrip('/')}{query}"


def known_source(url: str, kind: Kind, index: Index) -> str | None:
    """The id of the source that has this address."""
    field = url_field(kind)
    wanted = same_page(url)
    said = index.said(kind, field.path) if field else ()
    return next((id_ for id_, address in said if same_page(address) == wanted), None)


def cite(draft: Draft, source: Draft, index: Index) -> bool:
    """Lets `draft` cite `source`, named and completed; whether it is new, so that it has to be recorded too.

    The same address is the same source, whatever else is said of it.
    """
    kind, field = index.schema.kinds[source.kind], source_field(index.schema)
    assert field is not None
    address = url_field(kind)
    url = source.values.get(address.key) if address else None
    id_ = (known_source(str(url), kind, index) if url else None) or source.values.get("id")
    new = id_ not in index
    if new:
        complete_source(source, kind, index)
        id_ = source.values.get("id")
    if id_:
        draft.values["evidence"] = {field.key: id_, **draft.values.get("evidence", {})}
    return new


def complete_source(source: Draft, kind: Kind, index: Index) -> None:
    """Gives a source what nobody said: its id, and a name where it has only an address."""
    address, named = url_field(kind), label_field(kind)
    url = str(source.values.get(address.key, "")) if address else ""
    if named and not label_of(source.values, kind) and url:
        source.values = {named.key: dict.fromkeys(("vi", "en"), same_page(url)), **source.values}
    if "id" not in source.values:
        made = named_id(kind.prefix, _words(url, source.values, kind), index)
        if made:
            source.values["id"] = made


def with_defaults(draft: Draft, kind: Kind) -> None:
    """Gives a draft the defaults of the shapes where nothing was said."""
    for field in kind.fields.values():
        if field.default is not None and field.key not in draft.values:
            draft.values[field.key] = field.default


def _words(url: str, values: Mapping[str, Any], kind: Kind) -> list[str]:
    """Host and title; where the title is only the address, host and path."""
    label = label_of(dict(values), kind)
    if not url:
        return [label.vi or label.en]
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    title = label.vi or label.en
    path = _SUFFIX.sub("", unquote(parts.path)).strip("/").rpartition("/")[2]
    return [host, title if title and title != same_page(url) else f"{path} {parts.query}"]

"""What somebody is about to add: from what was said to records, with names settled and likenesses found."""

from dfgraph.sources.drafts.cells import row_of
from dfgraph.sources.drafts.citing import (
    cite,
    is_address,
    known_source,
    same_page,
    source_field,
    source_kind,
    url_field,
    with_defaults,
)
from dfgraph.sources.drafts.draft import Draft, Keys, label_field, label_of, named_id, of_draft, told_at
from dfgraph.sources.drafts.likeness import SAME_CLAIM, SAME_ID, Likeness, alike, near
from dfgraph.sources.drafts.settle import Unsettled, meant, settle

__all__ = [
    "SAME_CLAIM",
    "SAME_ID",
    "Draft",
    "Keys",
    "Likeness",
    "Unsettled",
    "alike",
    "cite",
    "is_address",
    "known_source",
    "label_field",
    "label_of",
    "meant",
    "named_id",
    "near",
    "of_draft",
    "row_of",
    "same_page",
    "settle",
    "source_field",
    "source_kind",
    "told_at",
    "url_field",
    "with_defaults",
]

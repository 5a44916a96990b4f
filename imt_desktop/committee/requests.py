"""What requests about the committee have in common."""

from __future__ import annotations

import msgspec


class Request(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
    tag_field="kind",
):
    """Base of requests about the committee itself."""


class RequestLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of what a request is made of."""

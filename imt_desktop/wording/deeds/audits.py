"""What happened in community audits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from imt_desktop.community.audit import entries as e
from imt_desktop.journal import Entry
from imt_desktop.wording.community import list_words
from imt_desktop.wording.deeds.said import Said, Say
from imt_desktop.wording.kinds import post_name


def _begun(entry: e.AuditBegun, say: Said) -> str:
    n = len(entry.auditors)
    return say.tr.ngettext(
        "Audit {audit} of {first} to {last} began, with {n} auditor.",
        "Audit {audit} of {first} to {last} began, with {n} auditors.",
        n,
    ).format(
        audit=entry.audit, first=say.day(entry.first), last=say.day(entry.last),
        n=say.tr.number(n),
    )  # fmt: skip


def _listed(entry: e.ListFixed, say: Said) -> str:
    return say.tr.gettext("Audit {audit}, list of {n}: {what}. Its code is {code}.").format(
        audit=entry.audit, n=say.tr.number(entry.count), what=list_words(entry.what, say.tr),
        code=entry.code,
    )  # fmt: skip


def _drawn(entry: e.SampleDrawn, say: Said) -> str:
    return say.tr.gettext("Audit {audit}: {n} were drawn with {seed}: {what}.").format(
        audit=entry.audit, n=say.tr.number(len(entry.drawn)), seed=entry.seed,
        what=list_words(entry.what, say.tr),
    )  # fmt: skip


def _checked(entry: e.ChecksWritten, say: Said) -> str:
    agree = sum(line.result == "agrees" for line in entry.lines)
    return say.tr.gettext("Audit {audit}: {agree} of {n} checks agree.").format(
        audit=entry.audit, agree=say.tr.number(agree), n=say.tr.number(len(entry.lines))
    )


def _found(entry: e.FindingWritten, say: Said) -> str:
    words = say.person(entry.words)
    if not entry.post:
        return say.tr.gettext("Finding {n}: {words}").format(n=entry.finding, words=words)
    return say.tr.gettext("Finding {n} ({post}): {words}").format(
        n=entry.finding, post=post_name(entry.post, {}, say.tr), words=words
    )


def _answered(entry: e.FindingAnswered, say: Said) -> str:
    return say.tr.gettext("Answer to finding {n}: {words}").format(
        n=entry.finding, words=say.person(entry.words)
    )


def _followed(entry: e.FindingFollowed, say: Said) -> str:
    if entry.fixed:
        return say.tr.gettext("Finding {n} was put right. {words}").format(
            n=entry.finding, words=entry.words
        )
    return say.tr.gettext("Finding {n} was not put right yet. {words}").format(
        n=entry.finding, words=entry.words
    )


def _read(entry: e.AuditRead, say: Said) -> str:
    return say.tr.gettext("The result of audit {n} was read out. {words}").format(
        n=entry.audit, words=entry.words
    )


SENTENCES: Final[Mapping[type[Entry], Say]] = {
    e.AuditBegun: _begun,
    e.ListFixed: _listed,
    e.SampleDrawn: _drawn,
    e.ChecksWritten: _checked,
    e.FindingWritten: _found,
    e.FindingAnswered: _answered,
    e.FindingFollowed: _followed,
    e.AuditRead: _read,
}

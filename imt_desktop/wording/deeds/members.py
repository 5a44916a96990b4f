"""What officers did about members, connections and bills."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from imt_desktop.journal import Entry
from imt_desktop.ledger import entries as e
from imt_desktop.ledger.earlier import AnyBilled, AnyTariff, Billed1, TariffAdopted1
from imt_desktop.ledger.walking.entries import AnyWalk, WalkOrdered, WalkOrdered1
from imt_desktop.period import Month
from imt_desktop.wording.deeds.said import Said, Say
from imt_desktop.wording.states import connection_state, item_words, member_state


def _joined(entry: e.MembersJoined, say: Said) -> str:
    n = len(entry.lines)
    if n == 1:
        return say.tr.gettext("{member} joined.").format(member=say.member(entry.lines[0].member))
    return say.tr.ngettext("{n} household joined.", "{n} households joined.", n).format(
        n=say.tr.number(n)
    )


def _changed(entry: e.MemberChanged, say: Said) -> str:
    return say.tr.gettext("What is known of {member} was changed.").format(
        member=say.member(entry.member)
    )


def _status(entry: e.MemberStatusChanged, say: Said) -> str:
    return say.tr.gettext("{member}: {state}. {reason}").format(
        member=say.member(entry.member),
        state=member_state(entry.status, say.tr),
        reason=entry.reason,
    )


def _walk(entry: AnyWalk, say: Said) -> str:
    n = len(entry.members)
    if entry.zone:
        text = say.tr.ngettext(
            "Walking order of {zone}: {n} household.", "Walking order of {zone}: {n} households.", n
        )
        return text.format(zone=entry.zone, n=say.tr.number(n))
    return say.tr.ngettext(
        "Walking order: {n} household.", "Walking order: {n} households.", n
    ).format(n=say.tr.number(n))


def _connected(entry: e.ConnectionAdded, say: Said) -> str:
    return say.tr.gettext("Connection {number} was made.").format(
        number=entry.connection.connection
    )


def _holders(entry: e.HoldersChanged, say: Said) -> str:
    if entry.lines:
        return say.tr.gettext(
            "Connection {number} went over to others, with {amount} owed."
        ).format(number=entry.connection, amount=say.sum(entry.lines))
    return say.tr.gettext("Connection {number} went over to others.").format(
        number=entry.connection
    )


def _connection_status(entry: e.ConnectionStatusChanged, say: Said) -> str:
    return say.tr.gettext("Connection {number}: {state}. {reason}").format(
        number=entry.connection, state=connection_state(entry.status, say.tr), reason=entry.reason
    )


def _tariff(entry: AnyTariff, say: Said) -> str:
    month = say.tr.month(Month.parse(entry.effective_from))
    return say.tr.gettext("Water price from {month} on.").format(month=month)


def _billed(entry: AnyBilled, say: Said) -> str:
    amount, n = say.sum(entry.lines), len(entry.lines)
    if n == 1:
        line = entry.lines[0]
        return say.tr.gettext("{member} was billed {amount}: {item}").format(
            member=say.member(line.member), amount=amount,
            item=line.text or item_words(line.item, line.period, say.tr),
        )  # fmt: skip
    return say.tr.ngettext(
        "{n} bill, {amount} together.", "{n} bills, {amount} together.", n
    ).format(n=say.tr.number(n), amount=amount)


def _corrected(entry: e.BillCorrected, say: Said) -> str:
    return say.tr.gettext("{bill}: it was {was} and became {becomes}. {reason}").format(
        bill=say.bill(entry.bill), was=say.money(entry.was), becomes=say.money(entry.becomes),
        reason=entry.reason,
    )  # fmt: skip


def _disputed(entry: e.BillDisputed, say: Said) -> str:
    text = say.tr.gettext("{bill}: no longer disputed. {reason}")
    if entry.disputed:
        text = say.tr.gettext("{bill}: disputed. {reason}")
    return text.format(bill=say.bill(entry.bill), reason=entry.reason)


SENTENCES: Final[Mapping[type[Entry], Say]] = {
    e.MembersJoined: _joined,
    e.MemberChanged: _changed,
    e.MemberStatusChanged: _status,
    WalkOrdered: _walk,
    WalkOrdered1: _walk,
    e.ConnectionAdded: _connected,
    e.HoldersChanged: _holders,
    e.ConnectionStatusChanged: _connection_status,
    e.TariffAdopted: _tariff,
    TariffAdopted1: _tariff,
    e.Billed: _billed,
    Billed1: _billed,
    e.BillCorrected: _corrected,
    e.BillDisputed: _disputed,
}

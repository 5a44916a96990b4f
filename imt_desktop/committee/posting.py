"""How the committee's entries change its tables."""

from typing import Final

from imt_desktop.committee import entries as e
from imt_desktop.committee.door import admit
from imt_desktop.committee.earlier import AnyDecision, DecisionRecorded1, as_recorded
from imt_desktop.committee.tables import TABLES
from imt_desktop.journal import Recorded, Room, Tables


def _described(tables: Tables, _recorded: Recorded, entry: e.CommitteeDescribed) -> None:
    tables.execute("DELETE FROM committee")
    tables.execute(
        "INSERT INTO committee VALUES (1,?,?,?,?,?,?,?)",
        (
            entry.name,
            entry.area,
            ",".join(entry.languages),
            entry.first_month,
            entry.cash_limit,
            entry.complaints,
            entry.next_assembly,
        ),
    )


def _named(tables: Tables, _recorded: Recorded, entry: e.OfficerNamed) -> None:
    tables.execute(
        "INSERT INTO officer VALUES (?,?,?,?,?,?,?,NULL)",
        (
            entry.officer,
            entry.name,
            entry.post,
            entry.since.isoformat(),
            entry.until.isoformat() if entry.until else None,
            entry.phone,
            entry.phone_public,
        ),
    )


def _changed(tables: Tables, _recorded: Recorded, entry: e.OfficerChanged) -> None:
    tables.execute(
        "UPDATE officer SET name=?, post=?, since=?, until=?, phone=?, phone_public=? WHERE id=?",
        (
            entry.name,
            entry.post,
            entry.since.isoformat(),
            entry.until.isoformat() if entry.until else None,
            entry.phone,
            entry.phone_public,
            entry.officer,
        ),
    )


def _left(tables: Tables, _recorded: Recorded, entry: e.OfficerLeft) -> None:
    tables.execute(
        "UPDATE officer SET left_on = ? WHERE id = ?",
        (entry.on.isoformat(), entry.officer),
    )


def _decided(tables: Tables, _recorded: Recorded, entry: AnyDecision) -> None:
    decided = as_recorded(entry)
    votes, minute = decided.votes, decided.attachment
    tables.execute(
        "INSERT INTO decision VALUES (?,?,?,?,?,?,?,?,?,?)",
        (
            decided.decision,
            decided.minute,
            decided.decided_on.isoformat(),
            decided.body,
            decided.what,
            votes.in_favour if votes else None,
            votes.against if votes else None,
            votes.abstained if votes else None,
            minute.sha256 if minute else None,
            decided.envelope,
        ),
    )


def _revoked(tables: Tables, recorded: Recorded, entry: e.DecisionRevoked) -> None:
    tables.insert("decision_revoked", entry.decision, recorded.seq, entry.by)


def _system(tables: Tables, _recorded: Recorded, entry: e.WaterSystemNamed) -> None:
    tables.execute("INSERT INTO water_system VALUES (?,?)", (entry.system, entry.name))


def _paper(tables: Tables, recorded: Recorded, entry: e.PaperIssued) -> None:
    tables.execute(
        "INSERT INTO paper VALUES (?,?,?,?,?)",
        (recorded.seq, entry.paper, entry.about, ",".join(entry.languages), entry.copy),
    )


def _own_language(tables: Tables, _recorded: Recorded, entry: e.OwnLanguageNamed) -> None:
    tables.execute(
        "INSERT OR REPLACE INTO own_language VALUES (?,?,?)", (entry.code, entry.name, entry.base)
    )


def _phrases(tables: Tables, _recorded: Recorded, entry: e.PhrasesGiven) -> None:
    tables.executemany(
        "DELETE FROM phrase WHERE language = ? AND english = ?",
        [(entry.language, phrase.english) for phrase in entry.phrases],
    )
    tables.executemany(
        "INSERT INTO phrase VALUES (?,?,?)",
        [(entry.language, one.english, one.words) for one in entry.phrases if one.words],
    )


def _pin_set(tables: Tables, recorded: Recorded, entry: e.PinSet) -> None:
    tables.execute(
        "INSERT OR REPLACE INTO officer_pin VALUES (?,?,?)",
        (entry.officer, recorded.seq, entry.pin),
    )


def _two_officers(tables: Tables, recorded: Recorded, entry: e.TwoOfficers) -> None:
    tables.execute("INSERT INTO two_officers VALUES (?,?)", (recorded.seq, entry.in_force))


def _limits(tables: Tables, recorded: Recorded, entry: e.LimitsSet) -> None:
    tables.execute(
        "INSERT INTO limits VALUES (?,?,?,?)",
        (recorded.seq, entry.since.isoformat(), entry.decision, entry.expense_limit),
    )


def _names(tables: Tables, recorded: Recorded, entry: e.NamesPublished) -> None:
    until = entry.until.isoformat() if entry.until else None
    tables.insert("names_published", recorded.seq, entry.since.isoformat(), until, entry.decision)


def _handed_over(tables: Tables, recorded: Recorded, entry: e.HandedOver) -> None:
    tables.execute(
        "INSERT INTO handover VALUES (?,?,?,?)",
        (recorded.seq, entry.leaves, entry.takes_over, entry.forced),
    )
    tables.execute(
        "UPDATE officer SET left_on=? WHERE id=?", (recorded.on.isoformat(), entry.leaves)
    )


def _rebuilt(tables: Tables, recorded: Recorded, entry: e.PeriodRebuilt) -> None:
    tables.execute(
        "INSERT INTO rebuilt_period VALUES (?,?,?)",
        (recorded.seq, entry.first.isoformat(), entry.last.isoformat()),
    )


ROOM: Final = Room(
    "committee",
    TABLES,
    {
        e.CommitteeDescribed: _described,
        e.OfficerNamed: _named,
        e.OfficerChanged: _changed,
        e.OfficerLeft: _left,
        e.DecisionRecorded: _decided,
        e.DecisionRevoked: _revoked,
        DecisionRecorded1: _decided,
        e.WaterSystemNamed: _system,
        e.PaperIssued: _paper,
        e.OwnLanguageNamed: _own_language,
        e.PhrasesGiven: _phrases,
        e.PinSet: _pin_set,
        e.TwoOfficers: _two_officers,
        e.LimitsSet: _limits,
        e.NamesPublished: _names,
        e.HandedOver: _handed_over,
        e.PeriodRebuilt: _rebuilt,
    },
    admit,
)

"""Everything that can be asked of a book, as one list: the same requests from screens and files.

A PIN is no request: it is typed in person and never stands in a file (``committee.pins``).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

import msgspec

from imt_desktop.committee import describing, handovers, names, phrasebook, revoking, rules
from imt_desktop.committee.misread import Misread, misread
from imt_desktop.community.audit import auditing
from imt_desktop.community.complaints import dealing, erasing
from imt_desktop.community.complaints import rules as complaint_rules
from imt_desktop.community.meetings import calling, holding
from imt_desktop.community.service import measuring, repairing
from imt_desktop.community.support import asking
from imt_desktop.journal import Recorded, Writing
from imt_desktop.ledger import (
    accounts,
    billing,
    expenses,
    forgetting,
    income,
    members,
    openings,
    payments,
    tariffs,
    voids,
)
from imt_desktop.ledger.charging import (
    absences,
    agreements,
    cutting_off,
    drives,
    kiosks,
    labour,
    ladder,
    one_offs,
    quantities,
    readings,
    reliefs,
)
from imt_desktop.ledger.closing import bank, close, counts
from imt_desktop.ledger.recovery import assets, budget, in_kind, reserve, scenarios
from imt_desktop.ledger.waiting import approving
from imt_desktop.ledger.walking import ordering
from imt_desktop.oversight import (
    action_costs,
    handing_over,
    meetings,
    nameless,
    reaching,
    sampling,
    service,
)
from imt_desktop.oversight.capacity import asking as asking_capacity
from imt_desktop.oversight.errors import RequestError
from imt_desktop.oversight.questions import answering
from imt_desktop.plan import (
    actions,
    answers,
    integrity,
    management,
    problems,
    registration,
    rounds,
    tools,
    visits,
)

MOST: Final = 2**53
"""The largest whole number that a request may hold; other programs cannot keep larger ones."""

USE_CASES: Final[dict[type, Callable[[Writing, Any], Any]]] = {
    describing.CommitteeRequest: describing.describe,
    describing.OfficerRequest: describing.name_officer,
    describing.OfficerChangedRequest: describing.change_officer,
    describing.OfficerLeftRequest: describing.end_term,
    describing.DecisionRequest: describing.record_decision,
    describing.WaterSystemRequest: describing.name_system,
    phrasebook.OwnLanguageRequest: phrasebook.name_language,
    phrasebook.PhrasesRequest: phrasebook.give_phrases,
    members.JoinRequest: members.join,
    members.ChangeMemberRequest: members.change,
    members.MemberStatusRequest: cutting_off.set_status,
    ordering.WalkRequest: ordering.order,
    members.ConnectRequest: members.connect,
    members.HoldersRequest: members.change_holders,
    members.ConnectionStatusRequest: cutting_off.set_connection,
    forgetting.ForgetRequest: forgetting.forget,
    tariffs.TariffRequest: tariffs.adopt,
    billing.BillEveryoneRequest: billing.bill_everyone,
    billing.BillRequest: billing.bill_one,
    billing.CorrectBillRequest: billing.correct_bill,
    billing.DisputeRequest: billing.dispute,
    readings.ReadingsRequest: readings.read_meters,
    quantities.QuantitiesRequest: quantities.count_things,
    kiosks.KioskRequest: kiosks.sell,
    reliefs.ReliefRequest: reliefs.grant,
    absences.AbsencesRequest: meetings.note_absences,
    labour.LabourRequest: labour.give_labour,
    one_offs.ChargeRequest: one_offs.charge_once,
    drives.DriveRequest: drives.begin_drive,
    agreements.AgreementRequest: agreements.agree,
    agreements.WriteOffRequest: agreements.write_off,
    ladder.LadderRequest: ladder.decide_ladder,
    ladder.StepRequest: ladder.take_step,
    cutting_off.CutOffRequest: cutting_off.cut_off,
    cutting_off.ReconnectRequest: cutting_off.reconnect,
    budget.BudgetRequest: budget.decide_budget,
    assets.AssetRequest: assets.register,
    assets.AssetOutRequest: assets.take_out,
    reserve.ReserveTargetRequest: reserve.decide_target,
    in_kind.InKindRequest: in_kind.give_in_kind,
    scenarios.ScenarioRequest: scenarios.keep,
    payments.PaymentRequest: payments.receive,
    payments.IdentifyRequest: payments.identify,
    payments.RefundRequest: payments.refund,
    payments.PadRequest: payments.register_pad,
    accounts.AccountRequest: accounts.open_account,
    accounts.CategoryRequest: accounts.add_category,
    accounts.MoveRequest: accounts.move,
    accounts.CountRequest: accounts.count,
    income.IncomeRequest: income.receive_other,
    expenses.ExpenseRequest: expenses.spend,
    expenses.PayOwedRequest: expenses.pay_owed,
    expenses.AdvanceRequest: expenses.give_advance,
    expenses.SettleAdvanceRequest: expenses.settle_advance,
    openings.OpeningRequest: openings.open_balances,
    openings.ConfirmRequest: openings.confirm,
    voids.VoidRequest: voids.void,
    rules.LimitsRequest: rules.set_limits,
    names.NamesRequest: names.publish,
    handovers.RebuiltRequest: handovers.mark_rebuilt,
    handing_over.HandoverRequest: handing_over.hand_over,
    approving.ApproveRequest: approving.approve,
    approving.WithdrawRequest: approving.withdraw,
    bank.BankPaperRequest: bank.compare,
    close.CloseRequest: close.close_month,
    counts.DifferenceRequest: counts.book_difference,
    rounds.RoundRequest: rounds.begin,
    rounds.PrepareRequest: rounds.prepare,
    rounds.RoundEndedRequest: rounds.end,
    integrity.IntegrityVoteRequest: integrity.vote,
    management.ModelRequest: management.choose_model,
    management.ComplianceRequest: management.check_compliance,
    registration.PaperRequest: registration.keep_paper,
    problems.ProblemRequest: problems.lay,
    problems.ProblemsVotedRequest: problems.vote,
    problems.StudyRequest: problems.study,
    tools.OwnToolRequest: tools.add,
    tools.ToolsChosenRequest: tools.choose,
    actions.ActionRequest: actions.plan,
    actions.ActionChangedRequest: actions.change,
    actions.MoveActionRequest: reaching.move,
    actions.EvidenceRequest: actions.add_evidence,
    actions.ActionCostRequest: action_costs.link_cost,
    visits.VisitRequest: visits.visit,
    answers.AnswerRequest: answering.answer,
    answers.CapacityRequest: asking_capacity.ask_capacity,
    complaint_rules.RulesRequest: complaint_rules.set_rules,
    dealing.ComplaintRequest: dealing.receive,
    dealing.MoveComplaintRequest: dealing.move,
    dealing.AnswerComplaintRequest: dealing.answer,
    dealing.AskedRequest: dealing.ask,
    dealing.ReopenRequest: dealing.reopen,
    erasing.EraseRequest: erasing.erase,
    revoking.RevokeRequest: revoking.revoke,
    calling.MeetingRequest: meetings.call_meeting,
    calling.MeetingOffRequest: calling.call_off,
    holding.HeldRequest: meetings.hold_meeting,
    holding.MinutesRequest: holding.write_minutes,
    holding.QuestionRequest: holding.ask,
    holding.AnswerRequest: holding.answer,
    holding.ElectionRequest: holding.elect,
    repairing.BreakdownRequest: repairing.break_down,
    repairing.RepairedRequest: service.repair_breakdown,
    repairing.MaintenanceRequest: repairing.plan,
    repairing.MaintenanceDoneRequest: service.do_maintenance,
    repairing.StoresRequest: repairing.count_stores,
    repairing.FunctionalityRequest: repairing.say_functionality,
    measuring.TurnsRequest: measuring.set_turns,
    measuring.SupplyRequest: measuring.log_supply,
    measuring.ProductionRequest: measuring.log_production,
    measuring.WaterTestRequest: measuring.test_water,
    auditing.AuditRequest: auditing.begin,
    auditing.ListRequest: sampling.fix,
    auditing.SampleRequest: sampling.draw_sample,
    auditing.ChecksRequest: sampling.write_checks,
    auditing.FindingRequest: nameless.write_finding,
    auditing.FindingAnswerRequest: nameless.answer,
    auditing.FollowRequest: auditing.follow,
    auditing.AuditReadRequest: auditing.read_out,
    asking.ContactRequest: asking.keep_contact,
    asking.SupportRequest: asking.ask,
    asking.SupportAnswerRequest: asking.answer,
    asking.ReportOwedRequest: asking.owe_report,
    asking.ReportSentRequest: asking.send_report,
    asking.VisitReceivedRequest: asking.receive_visit,
}
"""Each kind of request with the function that does it."""

_KINDS: Final = {str(kind.__struct_config__.tag): kind for kind in USE_CASES}  # type: ignore[attr-defined]


def decode(line: bytes, number: int = 1) -> Any:
    """Read one request: a JSON object with its ``kind``. Raises RequestError."""
    kind: Any = dict
    try:
        plain = msgspec.json.decode(line, type=dict[str, Any])
        named = plain.get("kind")
        if not isinstance(named, str) or named not in _KINDS:
            known = tuple(sorted(_KINDS))
            raise _refused(number, Misread("kind", "kind", str(named or ""), known))
        for path in _too_large(plain):
            raise _refused(number, Misread("large", path))
        for twice in _repeated(line):
            raise _refused(number, Misread("repeated", twice))
        kind = _KINDS[named]
        # From the line itself: a number in it is no float on its way to an amount.
        return msgspec.json.decode(line, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise _refused(number, misread(error, kind)) from None


def _refused(number: int, said: Misread) -> RequestError:
    error = RequestError(number, said)
    error.field = said.path or None
    return error


def _too_large(plain: Any, path: str = "") -> Iterator[str]:
    """Yield where whole numbers stand that no table can hold."""
    if isinstance(plain, dict):
        for name, part in plain.items():
            yield from _too_large(part, f"{path}/{name}".strip("/"))
    elif isinstance(plain, list):
        for at, part in enumerate(plain, 1):
            yield from _too_large(part, f"{path}/{at}")
    elif isinstance(plain, int) and abs(plain) > MOST:
        yield path


def _repeated(line: bytes) -> list[str]:
    """Return the fields that stand twice in one object: the decoder keeps the last without a word."""
    found: list[str] = []

    def look(pairs: list[tuple[str, Any]]) -> None:
        names = [name for name, _ in pairs]
        if len(set(names)) < len(names):
            found.extend(name for name in names if names.count(name) > 1)

    json.loads(line, object_pairs_hook=look, parse_int=str, parse_float=str)
    return found


def perform(book: Writing, request: Any) -> Any:
    """Do what a request asks, through the same checks as everywhere."""
    return USE_CASES[type(request)](book, request)


def post_all(book: Writing, lines: Iterable[bytes]) -> list[Recorded]:
    """Do a list of requests, all or nothing; returns the entries that were made."""
    first = book.head().seq + 1
    for number, line in enumerate(lines, 1):
        if line.strip():
            perform(book, decode(line, number))
    return list(book.journal(first))

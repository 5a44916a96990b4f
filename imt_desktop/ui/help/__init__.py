"""Help for each screen: one file a page. A new page adds its file and one line here."""

from typing import Final

from imt_desktop.ui.help.arrears import ARREARS
from imt_desktop.ui.help.audit import AUDIT
from imt_desktop.ui.help.billing import BILLING
from imt_desktop.ui.help.bringing_in import BRINGING_IN
from imt_desktop.ui.help.capacity import CAPACITY
from imt_desktop.ui.help.check_paper import CHECK_PAPER
from imt_desktop.ui.help.closing import CLOSING
from imt_desktop.ui.help.collection_sheet import COLLECTION_SHEET
from imt_desktop.ui.help.complaints import COMPLAINTS
from imt_desktop.ui.help.copies import COPIES
from imt_desktop.ui.help.costs import COSTS
from imt_desktop.ui.help.home import HOME
from imt_desktop.ui.help.meetings import MEETINGS
from imt_desktop.ui.help.members import MEMBERS
from imt_desktop.ui.help.money import MONEY
from imt_desktop.ui.help.notices import NOTICES
from imt_desktop.ui.help.plan import PLAN
from imt_desktop.ui.help.questions import QUESTIONS
from imt_desktop.ui.help.readings import READINGS
from imt_desktop.ui.help.receive import RECEIVE
from imt_desktop.ui.help.round import ROUND
from imt_desktop.ui.help.service import SERVICE
from imt_desktop.ui.help.settings import SETTINGS
from imt_desktop.ui.help.signing_in import SIGNING_IN
from imt_desktop.ui.help.start import ARRIVING, SETTING_UP, START
from imt_desktop.ui.help.support import SUPPORT
from imt_desktop.ui.help.tariffs import TARIFFS
from imt_desktop.ui.help.text import Help
from imt_desktop.ui.help.trail import TRAIL
from imt_desktop.ui.help.workshop import WORKSHOP
from imt_desktop.ui.help.yearly import YEARLY

HELP: Final[dict[str, Help]] = {
    "home": HOME,
    "receive": RECEIVE,
    "collection-sheet": COLLECTION_SHEET,
    "members": MEMBERS,
    "arrears": ARREARS,
    "money": MONEY,
    "billing": BILLING,
    "readings": READINGS,
    "tariffs": TARIFFS,
    "closing": CLOSING,
    "plan": PLAN,
    "round": ROUND,
    "questions": QUESTIONS,
    "capacity": CAPACITY,
    "complaints": COMPLAINTS,
    "meetings": MEETINGS,
    "service": SERVICE,
    "support": SUPPORT,
    "audit": AUDIT,
    "yearly": YEARLY,
    "notices": NOTICES,
    "bringing-in": BRINGING_IN,
    "check-paper": CHECK_PAPER,
    "trail": TRAIL,
    "copies": COPIES,
    "settings": SETTINGS,
    "workshop": WORKSHOP,
    "costs": COSTS,
    "start": START,
    "setting-up": SETTING_UP,
    "arriving": ARRIVING,
    "signing-in": SIGNING_IN,
}
"""The help of each page, by its key; a page may have another one for a part of it.

The last four stand before a book and its pages.
"""

__all__ = ["HELP", "Help"]

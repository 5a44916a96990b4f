"""All widgets that pages are made of, by their names."""

from imt_desktop.ui.widgets.amount_edit import AmountEdit
from imt_desktop.ui.widgets.avatar import Avatar
from imt_desktop.ui.widgets.badge import Badge, StateWord
from imt_desktop.ui.widgets.bar_chart import BarChart, Legend
from imt_desktop.ui.widgets.busy_bar import BusyBar
from imt_desktop.ui.widgets.button import Button
from imt_desktop.ui.widgets.card import Card, Hairline
from imt_desktop.ui.widgets.chart_data import Bars, Series
from imt_desktop.ui.widgets.check_box import CheckBox
from imt_desktop.ui.widgets.chips import ChipRow
from imt_desktop.ui.widgets.choice import Choice
from imt_desktop.ui.widgets.choice_card import ChoiceCard, ChoiceCards
from imt_desktop.ui.widgets.choosable_chart import ChoosableChart
from imt_desktop.ui.widgets.choosable_steps import ChoosableSteps
from imt_desktop.ui.widgets.code_words import CodeWords
from imt_desktop.ui.widgets.column import Column
from imt_desktop.ui.widgets.combo_box import ComboBox
from imt_desktop.ui.widgets.confirm_dialog import ConfirmDialog, confirm
from imt_desktop.ui.widgets.crash_dialog import CrashDialog
from imt_desktop.ui.widgets.date_edit import DateEdit
from imt_desktop.ui.widgets.details import Details
from imt_desktop.ui.widgets.dialog import Dialog
from imt_desktop.ui.widgets.drawing import Drawing
from imt_desktop.ui.widgets.empty_state import EmptyState
from imt_desktop.ui.widgets.even_row import EvenRow
from imt_desktop.ui.widgets.fact import Fact
from imt_desktop.ui.widgets.flow import FlowRow
from imt_desktop.ui.widgets.icon_button import IconButton
from imt_desktop.ui.widgets.icon_label import IconLabel
from imt_desktop.ui.widgets.job_board import JobBoard
from imt_desktop.ui.widgets.job_button import JobButton
from imt_desktop.ui.widgets.key_cap import KeyCap
from imt_desktop.ui.widgets.labelled_field import LabelledField
from imt_desktop.ui.widgets.line_edit import LineEdit
from imt_desktop.ui.widgets.menu_button import MenuButton, MenuItem, open_menu
from imt_desktop.ui.widgets.month_edit import MonthEdit
from imt_desktop.ui.widgets.note import Note, Refusal
from imt_desktop.ui.widgets.number_edit import NumberEdit
from imt_desktop.ui.widgets.panes import Panes
from imt_desktop.ui.widgets.people_list import PeopleList
from imt_desktop.ui.widgets.people_model import PersonLine
from imt_desktop.ui.widgets.period_edit import PeriodEdit
from imt_desktop.ui.widgets.rows_model import RowsModel
from imt_desktop.ui.widgets.scroll import Scroll
from imt_desktop.ui.widgets.search_box import SearchBox
from imt_desktop.ui.widgets.segments import Segments
from imt_desktop.ui.widgets.slider import Slider
from imt_desktop.ui.widgets.state_line import StateLine
from imt_desktop.ui.widgets.states import State
from imt_desktop.ui.widgets.steps import StepItem, Steps, steps_until
from imt_desktop.ui.widgets.suggest_edit import SuggestEdit
from imt_desktop.ui.widgets.table import Table
from imt_desktop.ui.widgets.tabs import Tabs
from imt_desktop.ui.widgets.text_area import TextArea
from imt_desktop.ui.widgets.toast import Toast
from imt_desktop.ui.widgets.words import Words, shortened

__all__ = [
    "AmountEdit", "Avatar", "Badge", "BarChart", "Bars", "BusyBar", "Button", "Card", "CheckBox",
    "ChipRow", "Choice", "ChoiceCard", "ChoiceCards", "ChoosableChart", "ChoosableSteps", "CodeWords",
    "Column", "ComboBox", "ConfirmDialog", "CrashDialog", "DateEdit", "Details", "Dialog", "Drawing",
    "EmptyState", "EvenRow", "Fact", "FlowRow", "Hairline", "IconButton", "IconLabel", "JobBoard",
    "JobButton", "KeyCap", "LabelledField", "Legend", "LineEdit", "MenuButton", "MenuItem", "MonthEdit",
    "Note", "NumberEdit", "Panes", "PeopleList", "PeriodEdit", "PersonLine", "Refusal", "RowsModel",
    "Scroll", "SearchBox", "Segments", "Series", "Slider", "State", "StateLine", "StateWord",
    "StepItem", "Steps", "SuggestEdit", "Table", "Tabs", "TextArea", "Toast", "Words", "confirm",
    "open_menu", "shortened", "steps_until",
]  # fmt: skip

"""Questions that the book asks the committee: what is worth a second look. Never an accusation."""

from imt_desktop.oversight.questions.asking import QUESTIONS, count_open, questions
from imt_desktop.oversight.questions.question import Answered, Question

__all__ = ["QUESTIONS", "Answered", "Question", "count_open", "questions"]

"""Standard answers that the guide does not define, in words for screens and paper."""

from __future__ import annotations

from pdkiosk.interview import answers
from pdkiosk.language.message import Message

# Translators: an answer that can be chosen for most questions.
UNKNOWN = Message("I do not know", "answer.unknown")
# Translators: beside something that weighs against the person, where they have not said what to do
# with it: it stays out of the letter.
NOT_DECIDED = Message("Not decided: the letter will not say it", "answer.not_decided")
# Translators: on the page where answers are checked: the question was skipped.
NOT_ANSWERED = Message("Not answered", "answer.none")
# Translators: for one paper: the person has it.
HAVE = Message("I have it", "paper.have")
# Translators: for one paper: the person can ask somebody for it.
ASK = Message("I will ask", "paper.ask")
# Translators: for one paper: the person cannot get it.
CANNOT = Message("I cannot", "paper.cannot")

STATUSES = {answers.HAVE: HAVE, answers.ASK: ASK, answers.CANNOT: CANNOT}
"""The possible answers about a paper, in words."""

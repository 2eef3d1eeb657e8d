"""Options, subjects and yes-no: answers that choose, read as leaves of a tree."""

from app.domain.choices.describing import describe_choice, describe_yes_no
from app.domain.choices.labels import clean_label, fold_label
from app.domain.choices.reading import YES_NO, read_option, read_subject, read_yes_no
from app.domain.choices.vocabulary import Entry, Vocabulary

__all__ = [
    "YES_NO",
    "Entry",
    "Vocabulary",
    "clean_label",
    "describe_choice",
    "describe_yes_no",
    "fold_label",
    "read_option",
    "read_subject",
    "read_yes_no",
]

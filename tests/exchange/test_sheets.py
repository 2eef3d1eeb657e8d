"""Sheets as text: headers that fit none are refused by name, cells mean one spelling."""

import unicodedata

import pytest

from app.exchange.sheets import SheetError, parse_sheet


def test_a_misspelt_column_is_named_also_where_a_needed_one_is_missing():
    with pytest.raises(SheetError, match=r"line 1: .*“question”, which is missing; “quesiton” is"):
        parse_sheet("claims.csv", b"subject,quesiton,source,answer,locator\n")


def test_letters_in_two_parts_are_the_same_as_in_one():
    text = unicodedata.normalize("NFD", "key,title\nÄ1,Война\n")
    (row,) = parse_sheet("sources.csv", text.encode()).rows
    assert (row.values["key"], row.values["title"]) == ("Ä1", "Война")

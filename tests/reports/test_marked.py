from app.reports.document import Emphasis, Text
from app.reports.marked import inlines_of, italic, joined, quoted, stopped


def test_comma_and_stop_stand_inside_the_quotes() -> None:
    assert inlines_of(f"{quoted('Title')}, 5.") == (Text("“Title,” 5."),)
    assert inlines_of(stopped(quoted("Title"))) == (Text("“Title.”"),)
    assert inlines_of(f"{quoted('Who?')}, 5") == (Text("“Who?,” 5"),)
    assert inlines_of(f"{quoted('Who?')}. Then") == (Text("“Who?” Then"),)
    assert inlines_of(f"{quoted('et al.')}.") == (Text("“et al.”"),)


def test_quotes_of_a_title_are_single_within_ours_only() -> None:
    assert inlines_of(quoted("The “Soviet” Union")) == (Text("“The ‘Soviet’ Union”"),)
    assert inlines_of(italic("The “Soviet” Union")) == (Emphasis((Text("The “Soviet” Union"),)),)


def test_a_users_own_quotes_are_not_repunctuated() -> None:
    assert inlines_of("Say “A”, then “B”.") == (Text("Say “A”, then “B”."),)


def test_stop_after_italics() -> None:
    assert inlines_of(stopped(italic("Quo vadis?"))) == (Emphasis((Text("Quo vadis?"),)),)
    assert inlines_of(f"{italic('Book')}.") == (Emphasis((Text("Book"),)), Text("."))


def test_joined_leaves_out_what_is_empty() -> None:
    assert joined(("a", "", "b")) == "a, b"
    assert italic("") == quoted("") == stopped("") == ""

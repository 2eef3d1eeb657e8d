from app.domain.reading_room import OrderGroup, Unseen
from app.reports.formats import render
from app.reports.order_list import build_order_list

GROUPS = (
    OrderGroup(
        "Bundesarchiv",
        (
            Unseen(
                1, "D41", title="Verhör <des> Majors", author="3. Panzer-Division", date="1941",
                fonds="RH 27-3", shelfmark="RH 27-3/180", quoted_after="Ed16",
                places=("page 4", "note 5"), claims=2, versions=1, flags=3,
            ),
        ),
    ),
    OrderGroup("", (Unseen(2, "OT", title="Oral tradition"),)),
)  # fmt: skip


def test_the_list_names_place_call_number_and_what_hangs_on_it():
    text = render(build_order_list(GROUPS, dossier="Kononov", date="1 May 2026"), ".md").decode()
    assert "two sources known only as quoted after others" in text.lower()
    assert text.index("Bundesarchiv") < text.index("To be looked for")
    for words in ("RH 27-3/180", "Ed16, page 4; note 5", "two claims, one version, three flags"):
        assert words in text


def test_words_of_the_user_are_never_markup():
    page = render(build_order_list(GROUPS), ".html").decode()
    assert "Verhör &lt;des&gt; Majors" in page


def test_an_empty_list_says_so():
    text = render(build_order_list(()), ".md").decode()
    assert "No source is known only as quoted after others." in text

from __future__ import annotations

import pytest

from app.services.points import get_point, list_points
from app.ui.dialogs.point import PointDialog


@pytest.fixture
def point(filled):
    return list_points(filled)[0]


def test_a_point_is_made_part_of_the_core_of_the_story(filled_bridge, filled, point, qtbot):
    dialog = PointDialog(filled_bridge, point_id=point.id)
    qtbot.addWidget(dialog)
    assert dialog.centrality.member() == ""
    dialog.centrality.set_member("core")
    dialog.accept()
    assert get_point(filled, point.id).centrality == "core"
    again = PointDialog(filled_bridge, point_id=point.id)
    qtbot.addWidget(again)
    assert again.centrality.member() == "core"
    assert again.typed_point() == get_point(filled, point.id)

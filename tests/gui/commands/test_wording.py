"""How commands are called in the Edit menu."""

from gui.commands import DeleteNodes, SetSliders, SetValues


def test_large_numbers_are_written_with_commas() -> None:
    names = [f"x{i}" for i in range(1200)]
    for command, text in (
        (DeleteNodes(names), "Delete 1,200 nodes"),
        (SetValues(dict.fromkeys(names, 2.0)), "Set 1,200 values"),
        (SetSliders(names, given=True), "Give 1,200 sliders"),
    ):
        assert command.text == text

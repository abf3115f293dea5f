"""The inspector while the graph changes beneath it: renames, edits, drags, what is being typed."""

import pytest
from examples import example
from inspected import Desk

from gui.commands import (
    DeleteNodes,
    Disconnect,
    MoveNodes,
    RenameNode,
    SetValue,
    group,
)
from gui.commands.groups import fold
from gui.document import Document
from gui.evaluation import Evaluation
from gui.panels import chain_section
from gui.panels.inspector import Inspector
from gui.picture.chain import Row
from gui.picture.written import Written


def test_a_rename_is_followed_by_the_inspector(desk: Desk) -> None:
    desk.show("w")
    desk.type(desk.inspector.node_page.name, "weight")
    assert "weight" in desk.document.graph
    assert desk.inspector.node_page.name.line.text() == "weight"
    desk.document.do(RenameNode("weight", "v"))
    assert desk.inspector.node_page.name.line.text() == "v"
    desk.type(desk.inspector.node_page.name, "x")
    assert desk.inspector.node_page.name.line.property("refused")


@pytest.mark.parametrize("field", ["name", "value", "least", "slope"])
def test_what_another_document_refused_is_forgotten(desk: Desk, field: str) -> None:
    graph = desk.document.graph.copy()
    graph.set_attribute("w", "slider", [-1.0, 1.0, 0.1])
    desk.document.reset(graph)
    node = "r" if field == "slope" else "w"
    desk.show(node)
    page = desk.inspector.node_page
    fields = {
        "name": page.name,
        "value": page.value,
        "least": page.slider.fields["least"],
        "slope": page.attributes.fields["slope"],
    }
    line = fields[field].line
    before = line.text()
    desk.type(fields[field], "w = 3")
    assert line.property("refused")
    line.clearFocus()
    desk.document.reset(graph.copy())
    desk.show(node)
    assert (line.text(), bool(line.property("refused"))) == (before, False)


def test_what_is_being_typed_is_left_alone(desk: Desk) -> None:
    desk.show("w")
    field = desk.inspector.node_page.value
    field.line.setFocus()
    field.line.selectAll()
    desk.qtbot.keyClicks(field.line, "12")
    desk.document.do(SetValue("w", 7.0))
    assert field.line.text() == "12"


def test_an_input_that_goes_missing_on_the_way_to_the_output_leaves_the_way_without_numbers(qtbot):
    document = Document()
    document.reset(example("linear-unit"))
    inspector = Inspector(document, Evaluation(document))
    qtbot.addWidget(inspector)
    inspector.show_selection({"w"}, ())
    document.do(Disconnect("y", "d", 1))
    assert inspector.node_page.name.line.text() == "w"


def test_the_chain_rule_of_what_stays_selected_is_written_once_for_an_edit(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.evaluation.flush()
    desk.show("w")
    before = desk.inspector.node_page.chain.texts()
    written: list[str] = []
    node_rows = chain_section.node_rows

    def noted(how: Written, node: str) -> list[Row]:
        written.append(node)
        return node_rows(how, node)

    monkeypatch.setattr(chain_section, "node_rows", noted)
    desk.document.do(SetValue("w", 7.0))
    assert not written
    desk.qtbot.waitUntil(lambda: written != [])
    assert written == ["w"]
    after = desk.inspector.node_page.chain.texts()
    assert after != before
    chain = desk.inspector.node_page.chain
    desk.show("x")  # another is not waited for
    assert chain.texts()
    desk.document.do(SetValue("w", 2.0))
    desk.show("w")
    assert chain.texts()
    assert written == ["w", "x", "w"]
    desk.evaluation.flush()
    assert desk.inspector.node_page.chain.texts() == before


@pytest.mark.parametrize("what", ["rename", "delete", "open"])
def test_an_output_that_is_another_before_the_next_run_raises_nothing(qtbot, what):
    desk = Desk(qtbot)
    desk.show("w")
    if what == "rename":
        desk.document.do(RenameNode("J", "K"))
    elif what == "delete":
        desk.document.do(DeleteNodes(["J"]))
    else:
        desk.document.reset(example("logistic-neuron"))
    desk.inspector.refresh()
    desk.evaluation.flush()
    desk.show("w")
    if what == "rename":
        assert any("K" in text for text in desk.inspector.node_page.chain.texts())


def test_a_name_on_the_way_that_is_another_when_the_selection_comes_is_written_anew(qtbot):
    desk = Desk(qtbot)
    desk.show("w")  # the way to J is known from now on
    way = [text for text in desk.inspector.node_page.chain.texts() if "∂r" in text]
    assert way

    def select(_change: object) -> None:
        desk.show("w")

    document = desk.document
    # one that hears of an edit before the inspector does, as the canvas may
    document.changed.disconnect(desk.inspector.node_page.chain._follow)
    document.changed.connect(select)
    document.changed.connect(desk.inspector.node_page.chain._follow)
    document.do(RenameNode("r", "s"))
    desk.evaluation.flush()
    assert any("∂s" in text for text in desk.inspector.node_page.chain.texts())
    document.undo()


def test_a_page_is_not_shown_anew_as_cards_move(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.show("c")
    monkeypatch.setattr(desk.inspector, "refresh", pytest.fail)
    desk.document.preview(MoveNodes({"c": (100.0, 100.0)}))
    desk.document.end_preview()
    desk.document.do(MoveNodes({"c": (100.0, 100.0)}))


def test_a_dragged_number_is_shown_once_a_step(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.show("c")
    page, shown = desk.inspector.node_page, []
    show = page.show_node
    monkeypatch.setattr(page, "show_node", lambda name: (shown.append(name), show(name)))
    for value in (3.0, 4.0):
        desk.document.preview(SetValue("w", value))
        desk.evaluation.flush()
    assert page.reading.text() == "−8"
    assert shown == ["c", "c"]
    desk.document.end_preview()
    desk.evaluation.flush()
    assert page.reading.text() == "−4"


def test_what_is_shown_already_is_not_shown_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.show("w")
    shown = []
    page = desk.inspector.node_page
    monkeypatch.setattr(page, "show_node", shown.append)
    desk.show("w")  # a click selects with its press and with its release
    assert shown == []
    desk.show("x")
    desk.document.do(SetValue("w", 3.0))
    desk.evaluation.flush()
    assert shown == ["x", "x"]


@pytest.mark.parametrize("shown", [["w"], ["x"], []])
def test_a_page_is_written_once_for_a_number_that_is_typed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, shown: list[str]
) -> None:
    desk.evaluation.flush()
    desk.show(*shown)
    shows: list[str] = []
    for page in (desk.inspector.graph_page, desk.inspector.node_page):
        name = "refresh" if page is desk.inspector.graph_page else "show_node"
        show = getattr(page, name)
        monkeypatch.setattr(page, name, lambda *given, show=show: shows.append("") or show(*given))
    desk.document.do(SetValue("w", 3.0))
    if shown == ["w"]:
        assert desk.inspector.node_page.value.line.text() == "3"
    desk.evaluation.flush()
    assert len(shows) == 1
    desk.document.undo()
    desk.evaluation.flush()
    assert len(shows) == 2


@pytest.mark.parametrize("shown_before", ["c", None])
def test_a_number_in_a_folded_group_of_one_leaf_is_no_other_nodes(
    desk: Desk, shown_before: str | None
) -> None:
    if shown_before is not None:
        desk.show(shown_before)
    desk.document.do(group(desk.document.graph, ["w", "x"], "G"))
    desk.document.do(DeleteNodes(["x"]))
    (left,) = desk.document.graph.groups
    desk.document.do(fold(desk.document.graph, [left.id], folded=True))
    desk.show("w")
    desk.evaluation.flush()
    desk.document.do(SetValue("w", 7.0))
    page = desk.inspector.group_page
    assert page.isVisible()
    assert page.title.line.text() == "G"

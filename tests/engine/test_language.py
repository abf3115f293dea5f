"""The language that the engine's messages are in."""

import pytest

from engine import GraphError
from engine.expression import parse
from engine.graph import Graph
from engine.language import speak


def test_messages_are_told_to_be_in_another_language_part_by_part() -> None:
    seen: list[str] = []

    def other(text: str) -> str:
        seen.append(text)
        return text.upper() if "{" not in text else f"<{text}>"

    speak(other)
    try:
        with pytest.raises(GraphError) as caught:
            parse("exp(2")
    finally:
        speak(str)
    told = "<<nothing closes the '(' after exp> at character 4: \"exp(2\">"
    assert str(caught.value) == told
    assert "nothing closes the '{sign}' after {name}" in seen


def test_a_name_with_braces_is_told_as_it_stands() -> None:
    graph = Graph()
    graph.add_node("{name}", "input")
    with pytest.raises(GraphError, match=r"there is already a node named \{name\}"):
        graph.add_node("{name}", "input")

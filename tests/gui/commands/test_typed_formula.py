"""What is typed as a node's formula is what its file can say, and what is none is told."""

import pytest

import engine
from gui.commands import typed_formula


def typed(text: str) -> str:
    graph = engine.Graph()
    graph.parameter("w", 2.0)
    graph.input("x", 3.0)
    graph.op("formula", "w", "x", name="z", formula="w*x")
    typed_formula(graph, "z", text, ()).apply(graph)
    return str(graph.attributes("z")["formula"])


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("w*x + ½", "w*x + ½"),
        ("max(w, 0)² / 2", "max(w, 0)² / 2"),
        ("z = w + x", "w + x"),
        ("w - -x", "w - -x"),
        ("(w + +x)*2", "(w + x)*2"),
        ("|w| + 2√x", "abs(w) + 2*sqrt(x)"),
        ("w ⊙ x ⁄ 2", "w*x/2"),
        ("⅛w × x", "0.125*w*x"),
        ("np.exp(-w)/x", "exp(-w)/x"),
        ("ReLU(w*x)", "relu(w*x)"),
        ("eˣ²", "exp(x^2)"),
        ("σ(w**2)", "sigmoid(w^2)"),
    ],
)
def test_what_others_read_stays_as_typed_and_all_else_is_written_plainly(text, formula):
    assert typed(text) == formula


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a = w*x", "type the formula alone: w*x"),
        ("w*x; x", "type the formula alone: w*x"),
        ("exp^x", "exp would be the name of a new leaf"),
        ("|w", "nothing closes the '|'"),
        ("w*x +", "expected a number, a name or"),
    ],
)
def test_what_is_no_formula_is_told(text, reason):
    with pytest.raises(engine.GraphError) as error:
        typed(text)
    assert reason in str(error.value)

"""Files of other programs that are opened as graphs: what they are told."""

import pytest

import engine
from engine.formats.elsewhere import EXPORTED, check_graph_name, check_program_name
from engine.formats.text import TEXTS


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("points.csv", "this is text, but no graph; a table is data to train with: open it in"),
        ("model.onnx", "this is text, but no graph; 'chainrule new --from FILE -o OUT' makes"),
        ("model.PY", "this is text, but no graph; 'chainrule new --from-torch MODULE:NAME -o"),
        ("notes.txt", "this is text, but no graph"),
    ],
)
def test_a_file_that_belongs_elsewhere_says_where(tmp_path, name, said):
    path = tmp_path / name
    path.write_text("x,y", encoding="utf-8")
    with pytest.raises(engine.ForeignFileError) as caught:
        engine.load(path)
    assert str(caught.value).startswith(said)
    assert path.suffix != ".txt" or str(caught.value) == said


def test_a_graph_with_a_fault_is_not_sent_elsewhere(tmp_path):
    path = tmp_path / "graph.json"
    path.write_text('{"graph": {"format": "chainrule", "version": 9}}', encoding="utf-8")
    with pytest.raises(engine.VersionError, match=r"please update Chainrule$"):
        engine.load(path)


def test_what_a_graph_is_exported_to_is_no_name_of_its_own_file():
    texts = {suffix for text in TEXTS.values() for suffix in text.suffixes}
    assert texts | {".onnx"} <= EXPORTED
    with pytest.raises(engine.WriteError, match=r"to have it as \.png, export it"):
        check_graph_name("unit.PNG")
    for name in ("unit.chainrule", "unit", "unit.json", "unit.v2"):
        check_graph_name(name)


def test_a_program_that_would_find_itself_in_place_of_what_it_imports_has_another_name():
    program = b"import numpy as np\nfrom torch import nn\n"
    for name in ("numpy.py", "a/torch.PY"):
        with pytest.raises(engine.WriteError, match="and would find itself: name it otherwise"):
            check_program_name(name, program)
    for name in ("unit.py", "np.py", "numpy.dot"):
        check_program_name(name, program)
    for needs_numpy in (b"import torch\n", b"import json\n\nimport jax\n"):
        with pytest.raises(
            engine.WriteError, match="the program needs numpy and would find itself"
        ):
            check_program_name("numpy.py", needs_numpy)
    check_program_name("numpy.py", b"import json\n")
    with pytest.raises(engine.WriteError, match="Python has a random of its own, and needs it"):
        check_program_name("a/random.py", b"import json\n")

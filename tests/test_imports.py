"""What the layers may load, seen in a fresh interpreter."""

import subprocess
import sys
from functools import cache

import pytest

from resources import resource

LINEAR_UNIT = str(resource("examples/linear-unit.chainrule"))


@cache
def loaded(code: str) -> frozenset[str]:
    """Return the modules that a fresh interpreter has loaded after `code`."""
    script = f"{code}\nimport sys\nprint(*sys.modules, sep='\\n', file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return frozenset(done.stderr.split())


def test_the_engine_loads_no_qt_and_nothing_of_ours_above_it():
    found = loaded("import engine, engine.assignments, engine.bumping.gradient_check")
    assert not {name for name in found if name.split(".")[0] in ("PySide6", "gui", "resources")}


def test_a_large_graph_is_computed_without_masked_arrays():
    found = loaded(
        "import engine\ngraph = engine.Graph()\n"
        "for k in range(200): graph.parameter(f'w{k}', k / 40)\n"
        "for k in range(200, 1000): graph.op('add', f'w{k - 200}', f'w{k // 2}', name=f'w{k}')\n"
        "program = engine.compile(graph, partial=True)\nprogram.forward()\nprogram.backward()\n"
        "program.set_value('w7', 2.0)\nprogram.forward()\nprogram.backward()"
    )
    assert "numpy" in found
    assert "numpy.ma" not in found


@pytest.mark.parametrize("command", ["evaluate", "check"])
def test_a_command_that_does_not_draw_loads_no_qt(command):
    found = loaded(f"from gui.app import main; assert main(['{command}', {LINEAR_UNIT!r}]) == 0")
    assert not {name for name in found if name.startswith("PySide6")}


def test_a_program_is_exported_without_qt_and_without_the_library_it_is_for(tmp_path):
    out = str(tmp_path / "out.py")
    found = loaded(
        f"from gui.app import main; assert main(['export', {LINEAR_UNIT!r}, '-o', {out!r}]) == 0"
    )
    assert not {name for name in found if name.split(".")[0] in ("PySide6", "torch", "jax")}


def test_a_graph_is_drawn_and_edited_without_widgets():
    found = loaded(
        "import gui.document, gui.evaluation, gui.commands, gui.document_file\n"
        "import gui.picture.paint, gui.picture.hit, gui.picture.layout, gui.exports"
    )
    assert "PySide6.QtGui" in found
    assert "PySide6.QtWidgets" not in found


def test_the_editor_starts_without_what_its_window_does_not_show():
    found = loaded("import gui.window.launch")
    assert not {name for name in found if name.split(".")[0] in ("pptx", "PIL", "lxml")}
    later = (
        *("engine.formats.code", "engine.formats.text", "engine.formats.onnx_file"),
        *("engine.network", "gui.command_line.main", "gui.dialogs.about", "gui.dialogs.guide"),
        *("gui.dialogs.export_picture", "gui.dialogs.export_text", "gui.dialogs.new_expression"),
        *("gui.dialogs.new_network", "gui.dialogs.own_op", "gui.dialogs.preferences"),
        *("gui.dialogs.randomise", "gui.exports.html", "gui.exports.pdf", "gui.exports.tikz"),
        *("gui.panels.bump", "gui.panels.plot", "gui.panels.quiz_panel", "gui.panels.train"),
        *("gui.panels.node_page", "gui.panels.edge_page", "gui.panels.group_page"),
        *("gui.release.version", "difflib", "numpy.ma"),
    )
    assert not found.intersection(later)


def test_a_first_graph_is_drawn_without_masked_arrays_which_take_as_long_to_load():
    found = loaded(
        "from PySide6.QtWidgets import QApplication\n"
        "app = QApplication([])\n"
        "import engine, gui.fonts\n"
        "from gui.canvas.canvas import Canvas\n"
        "from gui.document import Document\n"
        "from gui.evaluation import Evaluation\n"
        "gui.fonts.load()\n"
        "document = Document()\n"
        "canvas = Canvas(document, Evaluation(document))\n"
        "canvas.show()\n"
        f"document.reset(engine.load({LINEAR_UNIT!r}))\n"
        "canvas.fit()\n"
        "app.processEvents()\n"
        "assert canvas._still._pieces\n"
        "canvas.select({'w'})\n"
        "app.processEvents()"
    )
    assert "numpy.ma" not in found


def test_the_engine_is_loaded_before_qt_which_would_look_into_the_text_of_all_of_it():
    found = loaded(
        "import sys\n"
        "class Later:\n"
        "    @property\n"
        "    def start(self):\n"
        "        assert 'engine' in sys.modules\n"
        "        return lambda *_, **__: 0\n"
        "sys.modules['gui.window'] = Later()\n"
        "from gui.app import main; assert main([]) == 0"
    )
    assert not {name for name in found if name.startswith("PySide6")}


def test_the_version_is_told_without_the_engine_and_without_qt():
    found = loaded("from gui.app import main; assert main(['--version']) == 0")
    assert not {name for name in found if name.split(".")[0] in ("engine", "numpy", "PySide6")}


def test_a_graph_is_evaluated_without_what_other_commands_need():
    found = loaded(f"from gui.app import main; assert main(['evaluate', {LINEAR_UNIT!r}]) == 0")
    others = ("engine.formats.text", "engine.network", "engine.training", "gui.command_line.export")
    assert not found.intersection(others)

"""The editor's texts in the languages it speaks."""

import re
import runpy
import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel
from pytestqt.qtbot import QtBot

import engine
from engine.assignments import graph_from_text
from engine.expression import parse
from engine.formats.chainrule_file import loads
from engine.formats.json_value import value_from_json
from engine.formats.node_link import graph_from_node_link
from engine.formats.picture_file import graph_bytes
from engine.graph.folding import check_fold
from engine.lesson.lesson_text import LessonText
from engine.lesson.quiz import Quiz, answer_of
from engine.network import Network, layer_sizes
from engine.training import Training, check_columns, optimizer, table_from_text
from gui import language
from gui.document import Document
from gui.document_file import read_graph
from gui.evaluation import Evaluation
from gui.panels.node_page import NodePage
from resources import resource

ROOT = Path(__file__).parents[2]


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(language, "resource", tmp_path.joinpath)
    folder = tmp_path / "translations"
    folder.mkdir()
    return folder


def test_english_is_always_there() -> None:
    assert language.languages()[0] == "en"


def test_every_translation_in_the_resources_is_offered(shipped: Path) -> None:
    (shipped / "de.qm").touch()
    assert language.languages() == ["en", "de"]


def test_a_language_without_a_translation_is_english(qapp: QApplication, shipped: Path) -> None:
    (shipped / "de.qm").write_bytes(b"no translation")
    for code in ("", "en", "de", "xx"):
        assert language.speak(qapp, code) == []


@pytest.mark.parametrize(
    ("code", "text"),
    [("en", "1,234,567"), ("de", "1\u202f234\u202f567"), ("fr", "1\u202f234\u202f567")],
)
def test_a_count_has_its_thousands_apart_and_never_a_point(
    qapp: QApplication, code: str, text: str
) -> None:
    translators = language.speak(qapp, code)
    try:
        assert language.count_text(1_234_567) == text
        assert language.count_text(999) == "999"
        assert language.counted(1_234_567, "1 node", "{n} nodes").startswith(f"{text} ")
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)


def test_a_text_is_translated_wherever_it_stands_and_others_stay(
    qapp: QApplication, shipped: Path
) -> None:
    tool = runpy.run_path(str(ROOT / "packaging/translations.py"))
    tool["write"](shipped / "de.ts", {"&Undo": "&Rückgängig", "&Redo": ""})
    compile_all = tool["compile_all"]
    compile_all.__globals__["FOLDER"] = shipped
    compile_all()
    translators = language.speak(qapp, "de")
    try:
        assert QLabel().tr("&Undo") == "&Rückgängig"
        assert language.tr("&Undo") == "&Rückgängig"
        assert language.tr("&Redo") == "&Redo"
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        assert buttons.buttons()[0].text() == "Abbrechen"
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)


def test_every_text_of_the_editor_is_translated(tmp_path: Path) -> None:
    tool = runpy.run_path(str(ROOT / "packaging/translations.py"))
    texts, files = tool["texts"](), sorted(resource("translations").glob("*.ts"))
    assert [file.stem for file in files] == ["de", "fr"]
    placeholders = re.compile(r"\{\w*\}")
    for file in files:
        translated = tool["read"](file)
        assert [text for text in texts if not translated.get(text)] == [], file
        for text, other in translated.items():
            assert sorted(placeholders.findall(text)) == sorted(placeholders.findall(other)), text
            assert ("&" in text) == ("&" in other), text
        shutil.copy(file, tmp_path)
    tool["compile_all"].__globals__["FOLDER"] = tmp_path
    tool["compile_all"]()
    for file in files:
        made = (tmp_path / file.name).with_suffix(".qm")
        assert made.read_bytes() == file.with_suffix(".qm").read_bytes()


def test_the_inspector_asks_for_an_ops_attributes_in_the_chosen_language(
    qapp: QApplication, qtbot: QtBot
) -> None:
    document = Document()
    translators = language.speak(qapp, "de")
    try:
        page = NodePage(document, Evaluation(document))
        qtbot.addWidget(page)
        words = {label.text() for label in page.findChildren(QLabel)}
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)
    assert {"Formel", "Achse", "Steigung"} <= words


def _cycle(graph: engine.Graph) -> None:
    graph.check_edge("J", "a", 1, replace=True)


def _filled(graph: engine.Graph) -> None:
    graph.check_edge("w", "a", 0)


def _misfit(graph: engine.Graph) -> None:
    graph.set_attribute("w", "value", [1.0, 2.0])
    graph.set_attribute("x", "value", [1.0, 2.0, 3.0])
    engine.compile(graph, "J").forward()


def _misspelt(graph: engine.Graph) -> None:
    graph.check_edge("w", "aa", 0)


def _grouped_apart(graph: engine.Graph) -> None:
    graph.groups = [engine.Group("g", "Erste", ("w", "J")), engine.Group("h", "Zweite", ("w", "x"))]


def _folded(graph: engine.Graph) -> None:
    graph.groups = [engine.Group("g", "Rand", ("w", "J"))]
    check_fold(graph, "g")


def _fed(graph: engine.Graph) -> None:
    check_columns(("w",), graph)


_CSV = "w,x\n1,2\n3"


_REASONS: list[tuple[Callable[[engine.Graph], object], str]] = [
    (lambda _: parse("max(3,"), "nichts schließt die ‚(‘ nach max"),
    (lambda _: parse("w x"), "; zum Multiplizieren w*x schreiben"),
    (lambda graph: graph.check_edge("a", "a", 0), "ein Knoten kann nicht in sich selbst führen"),
    (_cycle, "J würde von sich selbst abhängen: J → a → J"),
    (_filled, "w führt schon in die erste Eingabe von a"),
    (_misspelt, "es gibt keinen Knoten namens ‚aa‘"),
    (_misfit, "a (multiply): (2) und (3) passen nicht zusammen"),
    (lambda _: read_graph(Path("nowhere.chainrule")), "diese Datei gibt es nicht"),
    (lambda _: read_graph(Path()), "es ist ein Ordner, keine Datei"),
    (lambda _: answer_of("two"), "nur Zahlen schreiben: two ist ein Name"),
    (lambda _: answer_of(" "), "eine Zahl, einen Bruch oder einen Ausdruck tippen"),
    (lambda _: Quiz.from_tree([]), "graph.quiz: ein Objekt erwartet, das unter hide sagt"),
    (lambda _: LessonText.from_tree({"texts": 1}), "graph.lesson.texts: eine Liste erwartet"),
    (_grouped_apart, "teilt sich 'w' mit der Gruppe 'Erste' und liegt nicht darin"),
    (_folded, "Rand lässt sich nicht einklappen: ein Pfad führt hinaus und wieder hinein: w → a"),
    (lambda _: engine.OwnOp("exp", "x").check(), "exp ist schon eine Operation; einen anderen"),
    (_fed, "Spalte w: w ist ein Parameter, und nur Eingaben nehmen Daten"),
    (lambda _: table_from_text(_CSV), "Zeile 3: hat 1 Zelle, es gibt aber 2 Spalten"),
    (lambda _: table_from_text('"x\n1'), "Zeile 2: ein Anführungszeichen wird geöffnet und nie"),
    (lambda _: optimizer("gd", -1.0), "die Lernrate muss eine positive Zahl sein, nicht -1"),
    (lambda _: Network((9_000, 9_000)).check(), "81\u202f027\u202f000 Zahlen sind zu viele"),
    (lambda _: layer_sizes("2,x"), "‚x‘ ist keine Größe einer Schicht; 784,128,10 oder 20*3"),
    (lambda _: loads(b'{"graph": 1}'), "das ist keine Chainrule-Datei: graph fehlt"),
    (lambda _: graph_from_node_link(b"[]"), "ein Objekt mit nodes und edges erwartet"),
    (lambda _: graph_bytes(BytesIO(b"PK\x03\x04")), "eine PowerPoint- oder ZIP-Datei enthält"),
    (lambda _: value_from_json("two", "v"), "v: eine Zahl erwartet, gefunden wurde der Text 'two'"),
]


@pytest.mark.parametrize(("ask", "said"), _REASONS, ids=lambda part: str(part)[:20])
def test_a_reason_is_told_in_the_chosen_language(
    qapp: QApplication, ask: Callable[[engine.Graph], object], said: str
) -> None:
    graph = graph_from_text("a = w*x; J = exp(a)", {"w": 2.0, "x": 3.0})
    translators = language.speak(qapp, "de")
    try:
        with pytest.raises(engine.GraphError) as caught:
            ask(graph)
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)
    assert said in str(caught.value)


def test_where_training_diverges_is_told_in_the_chosen_language(qapp: QApplication) -> None:
    graph = graph_from_text("J = w^2", {"w": 2.0})
    translators = language.speak(qapp, "de")
    try:
        training = Training(graph, optimizer("gd", 1e200))
        list(training.run(3))
        said = str(training.diverged)
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)
    assert said == "divergiert bei Schritt 1: J ist ∞"

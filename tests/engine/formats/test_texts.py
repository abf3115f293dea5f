"""DOT and Mermaid: what they say, and that no name can break out of them; texts by suffix."""

import re
import subprocess
from pathlib import PurePath

import pytest
from hostile_graphs import hostile, unfinished, unit

from engine.formats.dot import dot
from engine.formats.mermaid import mermaid
from engine.formats.text import TEXTS, text_format


def test_dot_shows_both_numbers_on_every_edge():
    text = dot(unit())
    assert 'n7 [label="J = d^2/2", fillcolor="#d9f8e0"];' in text
    assert '<font color="#0a5dc2">−2</font><br/><font color="#b04300">4</font>' in text


@pytest.mark.parametrize("build", [unit, hostile, unfinished])
def test_graphviz_reads_what_dot_writes(build):
    graph = build()
    done = subprocess.run(
        ["dot", "-Tplain"], input=dot(graph), capture_output=True, text=True, check=True
    )
    assert not done.stderr
    kinds = [line.split()[0] for line in done.stdout.splitlines()]
    assert kinds.count("node") == len(graph)
    assert kinds.count("edge") == len(graph.edges())


def test_mermaid_shows_both_numbers_on_every_edge():
    text = mermaid(unit())
    assert text.startswith("flowchart LR\n")
    assert 'n1 -->|"−2 #124; 4"| n2' in text


def test_mermaid_writes_every_sign_that_could_mean_something_by_its_number():
    quoted = re.findall(r'"(.*)"', mermaid(hostile()))
    assert len(quoted) == len(hostile()) + len(hostile().edges())
    for text in quoted:
        rest = re.sub(r"#\d+;", "", text)
        assert all(sign.isalnum() or sign in " =.,()+−·×∞—" for sign in rest), text


def test_the_suffix_chooses_the_first_text_that_has_it():
    assert text_format(PurePath("a.GV")) is TEXTS["dot"]
    assert text_format(PurePath("a.py")) is TEXTS["pytorch"]
    assert text_format(PurePath("a.png")) is None

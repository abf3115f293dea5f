"""After any mix of edits, undo-all gives the first bytes and redo-all the last."""

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from random_edits import RandomEdits

from engine.formats.chainrule_file import dumps, loads
from gui.document import Change, Document, Edit
from gui.threads.work import Cancelled


class History(RandomEdits, RuleBasedStateMachine):
    """Edits a document at random; refused edits must leave no trace."""

    @initialize()
    def begin(self) -> None:
        self.document = Document()
        self.first = dumps(self.document.graph)

    @rule(steps=st.integers(1, 4))
    def undo(self, steps: int) -> None:
        for _ in range(steps):
            self.document.undo()

    @rule(steps=st.integers(1, 4))
    def redo(self, steps: int) -> None:
        for _ in range(steps):
            self.document.redo()

    @invariant()
    def a_saved_copy_is_alike(self) -> None:
        contents = dumps(self.document.graph)
        assert dumps(loads(contents)) == contents

    def teardown(self) -> None:
        document = self.document
        while document.history.canRedo():
            document.redo()
        last = dumps(document.graph)
        for _ in range(2):
            while document.history.canUndo():
                document.undo()
            assert dumps(document.graph) == self.first
            assert not document.modified
            while document.history.canRedo():
                document.redo()
            assert dumps(document.graph) == last


class Beside(History):
    """The same, each edit made of a copy of the graph; every fifth is given up when it is done."""

    @initialize()
    def begin(self) -> None:
        super().begin()
        self.document.beside = self._beside
        self.document._large = -1
        self.edits = 0

    def _beside(self, _words: str, edit: Edit) -> Change:
        self.edits += 1
        before = dumps(self.document.graph)
        copy = self.document.graph.copy()
        change = edit(copy)
        assert dumps(self.document.graph) == before
        if self.edits % 5 == 0:
            raise Cancelled
        self.document.become(copy).dissolve()
        return change


TestHistory = History.TestCase
TestHistory.settings = settings(max_examples=10, stateful_step_count=40, deadline=None)
TestBeside = Beside.TestCase
TestBeside.settings = settings(max_examples=10, stateful_step_count=40, deadline=None)

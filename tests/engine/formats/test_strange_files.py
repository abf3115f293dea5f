"""Files as strangers write them: whatever can be read is written alike ever after."""

import numpy as np
from hypothesis import HealthCheck, given, settings
from random_files import files

from engine.formats.chainrule_file import dumps, loads


@settings(max_examples=50, suppress_health_check=list(HealthCheck))
@given(files())
def test_what_can_be_read_is_written_alike_ever_after(data):
    graph = loads(data)
    written = dumps(graph)
    again = loads(written)
    assert dumps(again) == written
    assert dumps(graph.copy()) == written
    for name in filter(graph.is_leaf, graph.nodes()):
        value, read = np.asarray(graph.value(name)), np.asarray(again.value(name))
        assert read.shape == value.shape
        assert read.tobytes() == value.tobytes()

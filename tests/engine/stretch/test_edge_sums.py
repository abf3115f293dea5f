"""The sums over nodes' edges, whatever the numbers of edges and their order."""

import numpy as np
import pytest

from engine.stretch.edge_sums import EdgeSums

EDGES = np.append(np.arange(1.0, 61.0), 0.0)  # edge k carries k + 1; the last stays 0
ZERO = len(EDGES) - 1


def summed(edges_of, seeded, seeds):
    sums = EdgeSums(edges_of, ZERO, seeded)
    out = np.full(len(edges_of), np.nan)
    sums.into(out, EDGES, np.full(sums.room, np.nan), seeds)
    return out


@pytest.mark.parametrize(
    "edges_of",
    [
        [[3], [4], [5]],  # one each, side by side
        [[3], [9], [5]],
        [[0, 1], [2, 3], [4, 5]],  # as many each
        [[0, 7, 2], [3, 1], [4, 5], [6], []],  # fewer and fewer
        [[], [1], [2, 3]],  # in no order
        [list(range(k)) for k in range(30, 0, -1)],  # many different counts
        [[], []],
        [],
    ],
)
def test_each_node_gets_the_sum_of_its_edges(edges_of):
    before = EDGES.copy()
    found = summed(edges_of, {}, {})
    assert found.tolist() == [sum(EDGES[e] for e in edges) for edges in edges_of]
    assert EDGES.tolist() == before.tolist()


def test_what_comes_from_elsewhere_is_added_without_touching_the_edges():
    before = EDGES.copy()
    found = summed([[3], [4], [5]], {17: 1, 18: 2}, {17: 100.0})
    assert found.tolist() == [4.0, 105.0, 6.0]
    assert EDGES.tolist() == before.tolist()

"""The sums over nodes' edges, whatever the numbers of edges and their order."""

import numpy as np
import pytest

from engine.stretch.edge_sums import EdgeSums

EDGES = np.append(np.tile(np.arange(1.0, 61.0), 40), 0.0)  # edge k carries k % 60 + 1, the last 0
ZERO = len(EDGES) - 1


def summed(edges_of, seeded, seeds):
    sums = EdgeSums(edges_of, ZERO, seeded)
    out = np.full(len(edges_of), np.nan)
    sums.bind(out, EDGES, np.full(sums.room, np.nan))
    for _ in range(2):  # the second time gives the same
        sums.into(seeds)
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
        [[k, 10 + 3 * k, 7] for k in range(10)],  # places that keep their distances, and do not
        [[10 * (4 - k) + i for k in range(5)] for i in range(10)],
        [[k % 10 + 7] for k in range(30)],  # a row again and again
        [[k, 3] if k < 3 else [k] for k in range(2000)],  # a long row and a short one
        [[k, 3, 5] if k < 3 else [k] for k in range(2000)],
        [[3, 5, 6, 7] if k < 3 else [9, 9, 9] for k in range(2000)],
        [[3, 5, 6, 7, 9] if k < 3 else [9, 9, 9] for k in range(2000)],
        [[*range(1 + 4000 // (k + 1))][:40] for k in range(4000)],  # rows, then a few one by one
        [[], []],
        [],
    ],
)
def test_each_node_gets_the_sum_of_its_edges(edges_of):
    before = EDGES.copy()
    found = summed(edges_of, {}, {})
    assert found.tolist() == [sum(EDGES[e % 60] for e in edges) for edges in edges_of]
    assert EDGES.tolist() == before.tolist()


def test_what_comes_from_elsewhere_is_added_without_touching_the_edges():
    before = EDGES.copy()
    found = summed([[3], [4], [5]], {17: 1, 18: 2}, {17: 100.0})
    assert found.tolist() == [4.0, 105.0, 6.0]
    assert EDGES.tolist() == before.tolist()


def test_edges_are_added_one_after_another_in_rows_and_one_by_one():
    rng = np.random.default_rng(0)
    flows = np.append(rng.normal(size=9000), 0.0)
    counts = [6] * 30 + [3] * 900 + [1] * 2000
    ends = np.cumsum(counts).tolist()
    edges_of = [list(range(end - count, end)) for end, count in zip(ends, counts, strict=True)]
    sums = EdgeSums(edges_of, 9000, {})
    out = np.full(len(counts), np.nan)
    sums.bind(out, flows, np.full(sums.room, np.nan))
    sums.into({})
    for found, edges in zip(out.tolist(), edges_of, strict=True):
        total = 0.0
        for edge in edges:
            total += float(flows[edge])
        assert found == total

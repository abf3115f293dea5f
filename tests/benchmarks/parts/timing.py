"""Times in ms: medians of CPU time, what is compared measured in turns.

CPU time, because a machine that does something else meanwhile would be measured too; everything
runs on one thread. The caches are shared all the same: beside other work a run over 6 MB of numbers
takes up to twice its time, one that rather computes a quarter more, so the machine is to be quiet.
"""

import time
from collections.abc import Callable, Mapping
from statistics import median

__all__ = ["in_turns", "once", "timed"]

# Seconds that are measured at once, of runs that are shorter than that: the first two or so of a
# turn find nothing in the cache, which the others have used since, and should not count for much.
_LEAST = 20e-3


def in_turns(runs: Mapping[str, Callable[[], object]], rounds: int = 15) -> dict[str, float]:
    """Return the median of each run; in every round each has its turn: all are disturbed alike."""
    counts = {name: _count(run) for name, run in runs.items()}
    found: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            found[name].append(_taken(run, counts[name]))
    return {name: median(times) for name, times in found.items()}


def timed(run: Callable[[], object], rounds: int = 5) -> float:
    """Return the median of several runs, after one that is not counted."""
    return in_turns({"": run}, rounds)[""]


def once(run: Callable[[], object]) -> float:
    """Return the time of the first run, for what takes seconds."""
    return _taken(run, 1)


def _count(run: Callable[[], object]) -> int:
    """Return how many runs are measured at once; the first run, which is not counted, tells."""
    run()
    return max(1, round(_LEAST * 1e3 / max(_taken(run, 1), 1e-4)))


def _taken(run: Callable[[], object], count: int) -> float:
    start = time.process_time()
    for _ in range(count):
        run()
    return (time.process_time() - start) * 1e3 / count

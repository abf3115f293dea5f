"""Times in ms: the least CPU time of several rounds, what is compared measured in turns.

CPU time, because a machine that does something else meanwhile would be measured too; everything
runs on one thread. The least, because the caches are shared all the same: beside other work a run
over 6 MB of numbers took up to twice its time, one that rather computes a quarter more, whatever
else the process had run before. Other work only ever adds.
"""

import time
from collections.abc import Callable, Mapping

__all__ = ["in_turns", "once", "timed"]

# Seconds that are measured at once, of runs that are shorter than that: the first two or so of a
# turn find nothing in the cache, which the others have used since, and should not count for much.
_LEAST = 20e-3


def in_turns(runs: Mapping[str, Callable[[], object]], rounds: int = 15) -> dict[str, float]:
    """Return the least time of each run; in every round each has its turn: all meet the same."""
    counts = {name: _count(run) for name, run in runs.items()}
    found: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            found[name].append(_taken(run, counts[name]))
    return {name: min(times) for name, times in found.items()}


def timed(run: Callable[[], object], rounds: int = 5) -> float:
    """Return the least of several runs, after one that is not counted."""
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

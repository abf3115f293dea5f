"""Long work says how far it is, to its own thread's listener alone."""

import gc
import threading
from collections.abc import Iterator

import pytest

import engine
from engine.collection import without_collection
from engine.formats import chainrule_file
from engine.network import Form, Network
from engine.progress import listening, report, stage, watched

NETWORK = Network((20, 20, 20, 1), form=Form.NEURONS)


class Stop(Exception):  # noqa: N818
    pass


def heard(work) -> list[float]:
    shares: list[float] = []
    with listening(shares.append):
        work()
    return shares


def test_without_a_listener_the_items_themselves_are_returned() -> None:
    items = list(range(10))
    assert watched(items) is items
    report(0.5)
    with stage(0.0, 1.0):
        report(0.5)


def test_stages_within_stages_are_parts_of_the_whole() -> None:
    def work() -> None:
        with stage(0.5, 1.0):
            report(0.5)
            with stage(0.5, 1.0):
                report(0.5)
        report(1.0)

    assert heard(work) == [0.5, 0.75, 0.75, 0.875, 1.0]


def test_only_the_listeners_own_thread_is_heard() -> None:
    def work() -> None:
        other = threading.Thread(target=report, args=(0.5,))
        other.start()
        other.join()

    assert heard(work) == []


def test_every_long_work_of_the_engine_says_how_far_it_is() -> None:
    graph = NETWORK.build()
    data = chainrule_file.dumps(graph)
    for work in (
        NETWORK.build,
        lambda: chainrule_file.dumps(graph),
        lambda: chainrule_file.loads(data),
        lambda: engine.compile(graph),
    ):
        shares = heard(work)
        assert len(shares) > 4
        assert all(0.0 <= share <= 1.0 for share in shares)
        assert shares == sorted(shares)


@pytest.fixture
def collecting() -> Iterator[None]:
    """Have Python collect, which tests of windows leave turned off."""
    ran = gc.isenabled()
    gc.enable()
    yield
    if not ran:
        gc.disable()


@pytest.mark.usefixtures("collecting")
def test_a_listener_that_raises_ends_the_work() -> None:
    def listener(share: float) -> None:
        if share > 0.5:
            raise Stop

    data = chainrule_file.dumps(NETWORK.build())
    with pytest.raises(Stop), listening(listener):
        chainrule_file.loads(data)
    assert gc.isenabled()
    assert heard(lambda: None) == []


@pytest.mark.usefixtures("collecting")
def test_the_collector_is_held_back_until_the_last_thread_lets_go() -> None:
    entered, leave = threading.Event(), threading.Event()

    def other() -> None:
        with without_collection():
            entered.set()
            leave.wait()

    thread = threading.Thread(target=other)
    with without_collection():
        thread.start()
        entered.wait()
        assert not gc.isenabled()
    assert not gc.isenabled()
    leave.set()
    thread.join()
    assert gc.isenabled()


@pytest.mark.usefixtures("collecting")
def test_a_collector_that_is_off_stays_off() -> None:
    gc.disable()
    try:
        with without_collection(), without_collection():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()

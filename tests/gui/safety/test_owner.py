"""Which process something belongs to, and whether it still runs."""

import os
import subprocess
import sys

from gui.safety.owner import Owner


def test_a_process_is_told_from_a_later_one_of_the_same_number() -> None:
    me = Owner.me()
    assert me.lives
    assert not me.gone
    assert Owner(me.pid, "before", me.host).gone
    assert not Owner(me.pid, "before", "elsewhere").gone
    assert Owner.read(me.as_json()) == me
    assert [Owner.read(bad) for bad in (None, {"pid": "1"}, {**me.as_json(), "pid": -1})] == [
        None
    ] * 3


def test_a_killed_process_that_nobody_waited_for_is_gone() -> None:
    code = "from gui.safety.owner import Owner; print(Owner.me().started, flush=True); input()"
    command = [sys.executable, "-c", code]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        owner = Owner(child.pid, child.stdout.readline().strip(), Owner.me().host)
        assert owner.lives
        child.kill()
        os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
        assert owner.gone

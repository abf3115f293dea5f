"""Whether large things that nobody needs are still being taken apart beside the loop."""

import threading


def parting_goes_on() -> bool:
    return any(thread.name == "parting" for thread in threading.enumerate())

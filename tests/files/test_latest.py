"""One thing at a time beside the window, of which only the latest counts."""

import sys
import threading
from threading import Event

import pytest

from jiebei_desktop.files.latest import Latest

PATIENCE = 60.0
"""In seconds, until a test that would wait for ever has failed."""


class Heard:
    """What was done, in order, with what went wrong."""

    def __init__(self) -> None:
        self.all: list[tuple[int, Exception | None]] = []

    def __call__(self, number: int, error: Exception | None) -> None:
        self.all.append((number, error))

    @property
    def numbers(self) -> list[int]:
        return [number for number, _ in self.all]


@pytest.fixture
def heard() -> Heard:
    return Heard()


class Waiting:
    """A job that is begun, and ends when it is told to."""

    def __init__(self) -> None:
        self.begun, self.end = Event(), Event()

    def __call__(self) -> None:
        self.begun.set()
        assert self.end.wait(PATIENCE)


def test_jobs_are_numbered_and_done_one_after_the_other(heard):
    latest, done = Latest(heard), []
    for number in (1, 2, 3):
        assert latest.put(lambda number=number: done.append(number)) == number
        assert latest.wait(PATIENCE)
    assert done == [1, 2, 3]
    assert heard.all == [(1, None), (2, None), (3, None)]


def test_of_what_waits_only_the_latest_is_done_and_stands_for_all_before_it(heard):
    latest, done, first = Latest(heard), [], Waiting()
    latest.put(first)
    assert first.begun.wait(PATIENCE)
    for number in range(2, 100):
        assert latest.put(lambda number=number: done.append(number)) == number
    assert not latest.wait(0)
    first.end.set()
    assert latest.wait(PATIENCE)
    assert done == [99]
    assert heard.numbers == [1, 99]


def test_what_is_given_while_something_is_done_is_never_forgotten(heard):
    latest, done = Latest(heard), []
    for number in range(1, 2_001):
        latest.put(lambda number=number: done.append(number))
    assert latest.wait(PATIENCE)
    assert done[-1] == 2_000
    assert heard.numbers == done == sorted(set(done))


def test_jobs_of_many_threads_are_all_stood_for(heard):
    latest, numbers = Latest(heard), []
    threads = [
        threading.Thread(target=lambda: numbers.extend(latest.put(lambda: None) for _ in range(200))) for _ in range(5)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert latest.wait(PATIENCE)
    assert sorted(numbers) == list(range(1, 1_001))
    assert heard.numbers[-1] == 1_000
    assert heard.numbers == sorted(set(heard.numbers))


def test_what_goes_wrong_is_heard_and_the_next_job_is_done(heard):
    latest, trouble = Latest(heard), OSError("disk full")

    def fail() -> None:
        raise trouble

    latest.put(fail)
    assert latest.wait(PATIENCE)
    latest.put(lambda: None)
    assert latest.wait(PATIENCE)
    assert heard.all == [(1, trouble), (2, None)]


def test_it_is_done_beside_the_caller(heard):
    latest, threads = Latest(heard), []
    latest.put(lambda: threads.append(threading.current_thread()))
    assert latest.wait(PATIENCE)
    assert threads[0] is not threading.current_thread()
    assert threads[0].name == "latest"


def test_there_is_no_thread_where_there_is_nothing_to_do(heard):
    latest, threads = Latest(heard), []
    latest.put(lambda: threads.append(threading.current_thread()))
    assert latest.wait(PATIENCE)
    threads[0].join(PATIENCE)
    assert not threads[0].is_alive()
    latest.put(lambda: threads.append(threading.current_thread()))
    assert latest.wait(PATIENCE)
    assert threads[1] is not threads[0]


def test_nothing_to_do_is_not_waited_for(heard):
    assert Latest(heard).wait(0)


def test_waiting_ends_with_the_time(heard):
    latest, job = Latest(heard), Waiting()
    latest.put(job)
    assert not latest.wait(0.01)
    job.end.set()
    assert latest.wait(PATIENCE)


def test_a_job_can_give_the_next_one(heard):
    latest, done = Latest(heard), []
    latest.put(lambda: latest.put(lambda: done.append("next")))
    assert latest.wait(PATIENCE)
    assert done == ["next"]
    assert heard.numbers == [1, 2]


def test_a_listener_that_fails_is_reported_and_does_not_end_the_work(monkeypatch):
    reported, done = [], []
    monkeypatch.setattr(threading, "excepthook", lambda given: reported.append((given.exc_value, given.thread.name)))
    trouble = RuntimeError("gone")

    def fail(number: int, error: Exception | None) -> None:
        raise trouble

    latest = Latest(fail)
    for number in (1, 2):
        latest.put(lambda number=number: done.append(number))
        assert latest.wait(PATIENCE)
    assert done == [1, 2]
    assert reported == [(trouble, "latest"), (trouble, "latest")]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not take a size that is too large")
def test_a_system_that_starts_no_thread_just_now_is_asked_again_with_the_next_job(heard):
    latest, done = Latest(heard), []
    before = threading.stack_size(1 << 47)  # all addresses that there are
    try:
        with pytest.raises(RuntimeError):
            latest.put(lambda: done.append(1))
        assert not latest.wait(0)
    finally:
        threading.stack_size(before)
    latest.put(lambda: done.append(2))
    assert latest.wait(PATIENCE)
    assert done == [2]
    assert heard.numbers == [2]

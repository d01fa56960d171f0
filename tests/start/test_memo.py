"""What was worked out once is not worked out again for the same object, and never for another."""

from __future__ import annotations

from gklint.start.memo import of_last, per_object


def test_each_object_is_asked_once() -> None:
    """Equal objects are not the same object; each keeps what was made of it."""
    asked: list[list[int]] = []
    one, two = [1], [1]

    made = per_object(lambda thing: asked.append(thing) or len(asked))

    assert [1, 2, 1, 2] == [made(one), made(two), made(one), made(two)]


def test_an_object_that_is_gone_is_not_mistaken_for_another() -> None:
    """Objects made one after the other may take the same place in memory."""
    made = per_object(lambda thing: thing[0])

    assert list(range(100)) == [made([number]) for number in range(100)]


def test_only_the_last_object_is_remembered() -> None:
    """A document is let go when the next one comes."""
    asked: list[str] = []
    made = of_last(lambda thing: asked.append(thing[0]))
    one, two = ["one"], ["two"]

    for thing in (one, one, two, two, one):
        made(thing)

    assert ["one", "two", "one"] == asked

"""Pauses of Python's garbage collector: where they fall, and how to keep them short.

A full collection goes through every object that is alive. Modules, classes and what was loaded at
the start are some hundred thousand of them, which takes 50 to 100 ms: several frames lost while a
large page is scrolled. None of them ever becomes garbage, so they are set aside once.
"""

from __future__ import annotations

import gc


def set_loaded_objects_aside() -> None:
    """Collect now, and let later collections pass over all that is alive at this moment.

    To be called when a large page has just been loaded, and the user waits anyhow. What is set
    aside is still freed when the last reference to it goes; only cycles that become garbage later
    are kept, which is why it is not done after every change.
    """
    gc.collect()
    gc.freeze()

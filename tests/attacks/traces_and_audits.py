"""Sets trace, profile and audit hooks, and an import hook, to watch the test from afar."""

QUESTION = "naive_function"
NEEDS = "nothing"
SEEN = r"watched \d+ events, with the truth: \[\]"

# %%
import sys
import threading

events, truths = [], []


def watch(frame, event, argument):
    events.append(event)
    if "truth" in frame.f_locals:
        truths.append(frame.f_locals["truth"])
    return watch


class Finder:
    def find_spec(self, name, path=None, target=None):
        events.append(name)


sys.meta_path.insert(0, Finder())
sys.addaudithook(
    lambda name, arguments: events.append(name) if len(events) < 9999 else 0
)


def naive_function(x, weigh):
    sys.settrace(watch)
    sys.setprofile(lambda *_: None)
    threading.settrace(watch)
    if len(events) > 50:
        raise RuntimeError(f"watched {len(events)} events, with the truth: {truths}")
    return weigh(x) + truths[0] if truths else x

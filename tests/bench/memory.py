"""How much memory one worker takes after it split every sample article: the peak of a fresh process."""

import subprocess
import sys

from tests.bench.measuring import Outcome

_MOST_MEGABYTES = 400
_WORK = """
from pathlib import Path
from claims.language.splitting import split_article
from tests.bench.prose import articles
for text in articles():
    split_article(text)
print(next(line.split()[1] for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM")))
"""


def measure() -> list[Outcome]:
    """Report the peak of resident memory of a process that splits articles and does nothing else."""
    answer = subprocess.run([sys.executable, "-c", _WORK], capture_output=True, text=True, check=True)
    megabytes = int(answer.stdout) / 1024
    return [
        Outcome("memory of a worker", f"{megabytes:.0f} MB", f"≤ {_MOST_MEGABYTES} MB", megabytes <= _MOST_MEGABYTES)
    ]

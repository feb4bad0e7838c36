"""
How long `finsam report hoglandet-2023` takes, from the shell and back.

Processor time of the whole process, Python's own start among it. Held against: below 0.4 s.

Run by hand: `python tests/benchmarks/report.py --rigorous`.
"""

import subprocess
import sys
from resource import RUSAGE_CHILDREN, getrusage

import pyperf


def processor_time(loops: int) -> float:
    """The seconds of processor time, in Python and in the system, that so many reports take."""
    before = getrusage(RUSAGE_CHILDREN)
    for _ in range(loops):
        subprocess.run([sys.executable, "-m", "finsam", "report", "hoglandet-2023"], check=True, capture_output=True)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    runner = pyperf.Runner(values=5, warmups=1)
    report = runner.bench_time_func("finsam report", processor_time)
    if report and not runner.args.worker:
        print(f"finsam report hoglandet-2023 takes {min(report.get_values()):.3f} s (below 0.4)")


if __name__ == "__main__":
    main()

"""
How long `import finsam` takes, beside importing the two packages that it always needs.

Processor time of the import statement alone, each in a fresh Python. Held against: at most 2 times.

Run by hand: `python tests/benchmarks/import_time.py --rigorous`.
"""

import subprocess
import sys

import pyperf


def processor_time(loops: int, statement: str) -> float:
    """The seconds of processor time that the statement takes, summed over that many fresh Pythons."""
    code = f"from time import process_time; before = process_time(); {statement}; print(process_time() - before)"
    command = [sys.executable, "-c", code]
    return sum(float(subprocess.run(command, check=True, capture_output=True).stdout) for _ in range(loops))


def main() -> None:
    runner = pyperf.Runner(values=5, warmups=1)
    needed = runner.bench_time_func("attrs and dateutil", processor_time, "import attrs, dateutil.relativedelta")
    ours = runner.bench_time_func("finsam", processor_time, "import finsam")
    if needed and ours and not runner.args.worker:
        ratio = min(ours.get_values()) / min(needed.get_values())
        print(f"import finsam takes {ratio:.2f} of what it always needs (at most 2)")


if __name__ == "__main__":
    main()

"""Runs commands as child processes and keeps what each run cost."""

import os
import signal
import statistics
import subprocess
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Run:
    wall: float
    cpu: float
    peak: float  # bytes
    status: int


@dataclass
class Command:
    """A command line, the statuses that mean success, and its runs so far."""

    name: str
    words: list[str]
    fine: tuple[int, ...] = (0,)
    environment: dict[str, str] = field(default_factory=dict)
    longest: int = 600  # seconds of CPU after which it is stopped
    runs: list[Run] = field(default_factory=list)

    def median(self, what: str) -> float:
        return statistics.median(getattr(run, what) for run in self.runs)

    @property
    def cpu(self) -> float:
        return self.median("cpu")

    @property
    def wall(self) -> float:
        return self.median("wall")

    @property
    def peak(self) -> float:
        return max(run.peak for run in self.runs)


# What a shell would report of a command stopped for its CPU time.
STOPPED = 128 + signal.SIGXCPU


class Failed(Exception):
    """A command that did not end as it should: its figures would mean nothing."""


class Timer:
    """Starts commands through the small `timed` program."""

    def __init__(self, timed: Path) -> None:
        self.timed = str(timed)

    def run(self, command: Command) -> Run:
        done = subprocess.run(
            [self.timed, str(command.longest), *command.words],
            env={**os.environ, **command.environment},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise Failed(f"{command.name}: {done.stderr.strip()}")
        wall, user, system, peak, status = done.stdout.split()
        run = Run(float(wall), float(user) + float(system), int(peak) * 1024.0, int(status))
        if run.status not in command.fine:
            raise Failed(f"{command.name}: status {run.status}\n{done.stderr.strip()[-2000:]}")
        command.runs.append(run)
        return run

    def interleave(self, commands: list[Command], rounds: int, warm: bool = True) -> None:
        """Every command once a round, so that a slow moment of the machine hits all alike; the
        order turns by one each round."""
        if warm:
            for command in commands:
                self.run(command)
                command.runs.clear()
        for turn in range(rounds):
            at = turn % len(commands)
            for command in commands[at:] + commands[:at]:
                self.run(command)

"""The few things that can stop planparse. Everything else about a document is a finding."""

from __future__ import annotations


class PlanparseError(Exception):
    """Cannot go on. The message is one line: what is wrong, where, and what to do."""

    exit_code = 70


class UsageError(PlanparseError):
    """Wrong use: an unknown option, a missing file, a bad vocabulary."""

    exit_code = 2


class InputRefused(PlanparseError):
    """The input is not a plan, of the wrong type, damaged, encrypted or without text."""

    exit_code = 4


class LimitExceeded(PlanparseError):
    """Over a limit of size, count, time or memory; the message names the limit and its option."""

    exit_code = 5


class OutputFailed(PlanparseError):
    """The output could not be written."""

    exit_code = 6

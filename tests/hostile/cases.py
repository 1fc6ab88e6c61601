"""The list of hostile cases: for each row what the reader must answer, and which test holds the rows of other kinds.

An answer is one of the exit codes, words of its line, and for what is read words of its text and of its warnings.
Where the list says "or", the code that is given today stands here: a change of it is a change to look at.
"""

from __future__ import annotations

from dataclasses import dataclass

DONE, WARN, REFUSED, LIMIT = 0, 3, 4, 5


@dataclass(frozen=True)
class Case:
    rows: tuple[int, ...]
    """Rows of the list; none for an input that the list does not name."""
    start: str
    """How the name of the input begins."""
    code: int
    line: str = ""
    """In the line of what is refused; in the warnings of what is read."""
    text: str = ""
    same_as: str = ""
    """The input whose text it has, unit by unit."""
    seconds: float = 10
    megabytes: int = 1_100

    def __str__(self) -> str:
        return f"{'-'.join(map(str, self.rows)) or 'extra'} {self.start}"


def _cases() -> tuple[Case, ...]:
    def refused(rows: str, start: str, line: str, **more: float) -> Case:
        return Case(_rows(rows), start, REFUSED, line, **more)  # type: ignore[arg-type]

    def limit(rows: str, start: str, line: str, seconds: float = 10, megabytes: int = 600) -> Case:
        return Case(_rows(rows), start, LIMIT, line, seconds=seconds, megabytes=megabytes)

    def done(rows: str, start: str, text: str = "", **more: float | str) -> Case:
        return Case(_rows(rows), start, DONE, "", text, **more)  # type: ignore[arg-type]

    def warn(rows: str, start: str, text: str, line: str, **more: float | str) -> Case:
        return Case(_rows(rows), start, WARN, line, text, **more)  # type: ignore[arg-type]

    small = {"seconds": 2, "megabytes": 150}
    return (
        refused("1", "p01", "empty"),
        refused("2", "p02", "content is not PDF"),
        refused("3", "d01", "empty"),
        refused("4", "d02", "content is not Word"),
        refused("5", "p03", "damaged"),
        refused("6", "d03", "damaged"),
        refused("7", "d31", "damaged"),
        done("8", "p04", same_as="p00"),
        done("9", "p40", same_as="p00"),
        done("10", "p05", same_as="p00"),
        done("11", "p06", same_as="p00"),
        done("12", "p30", same_as="p00"),
        warn("13", "p07", "", "page 2 is damaged", same_as="p00"),
        done("14", "p08", same_as="p00"),
        limit("15", "p09", "--max-pages"),
        warn("16", "p10", "self", "part of itself"),
        refused("17", "p11", "no text"),
        limit("18", "p12", "--max-marks"),
        refused("19", "p13", "no text"),
        done("20", "p14", "PED01"),
        done("21", "p16", "PED01"),
        done("22", "p17", "PED01"),
        limit("23", "p20b_grid_bigpage_400", "cells; raise --max-page-cells"),
        limit("24", "p22", "font", **small),  # type: ignore[arg-type]
        limit("25", "p23", "font", **small),  # type: ignore[arg-type]
        limit("26", "p24", "font", **small),  # type: ignore[arg-type]
        warn("27", "p25", "", "font does not say"),
        warn("28", "p26", "", "font does not say"),
        warn("29", "p29", "PED01", "rebuilt"),
        warn("30", "p31", "kept", "as long as it says"),
        refused("31", "p47", "no text"),
        refused("32", "p52", "no text"),
        warn("33", "p32", "x", "as long as it says"),
        warn("34", "p49", "kept", "numbers"),
        warn("35", "p36", "", "text may be lost"),
        refused("36", "p37", "no text: it is scanned; OCR needed"),
        refused("37", "p42", "encrypted"),
        done("38", "p43", "Service Objective: PED01"),
        refused("39", "p44", "encrypted"),
        limit("40", "p51", "content of a page"),
        refused("41", "p41", "both HTML and PDF"),
        limit("42", "b01", "--max-stream-bytes"),
        limit("43", "b02", "--max-stream-bytes"),
        limit("44", "b03_", "--max-stream-bytes"),
        limit("44", "b03b", "--max-stream-bytes"),
        limit("45", "b05", "--max-stream-bytes"),
        limit("46", "b06", "--max-marks"),
        limit("47", "b07", "--max-marks"),
        limit("48", "b10", "--max-zip-bytes", **small),  # type: ignore[arg-type]
        limit("49", "b11", "--max-zip-ratio", **small),  # type: ignore[arg-type]
        limit("50", "b13", "--max-zip-bytes", **small),  # type: ignore[arg-type]
        refused("51", "b14", "overlap"),
        refused("52", "d20", "twice"),
        refused("53", "d06", "document type"),
        refused("54", "d07", "document type"),
        refused("55", "d08", "document type"),
        refused("56", "d09", "document type"),
        warn("57", "d10", "87%", "span", **small),
        warn("58", "d11", "87%", "span"),
        warn("59", "d12", "87%", "span"),
        warn("60", "d13", "87%", "merged"),
        done("61", "d29", seconds=3),
        done("62", "d32", seconds=3),
        done("63", "d15_nested_tables_50.", "core"),
        refused("64", "d15_nested_tables_500.", "nested too deeply"),
        warn("65", "d16", "before", "altChunk"),
        done("66", "d22", "85%"),
        done("67", "d23", "SDTPARA"),
        done("68", "d33", "CHOICE"),
        done("69", "d17", "x"),
        done("70", "d18", "x"),
        done("71", "d19", "x"),
        done("72", "d21", "x"),
        refused("73", "d05", "password"),
        refused("74", "d30", "password"),
        done("75", "d24", "strict"),
        done("76", "d28", "macro"),
        done("77", "h01", "a", seconds=2, megabytes=200),
        done("78", "h02", "a", seconds=2, megabytes=200),
        limit("79", "h03", "--max-cells", 2, 200),
        limit("80", "h05_deep_div_50000", "inside each other"),
        done("81", "b20", "END"),
        limit("82", "b22", "inside each other"),
        done("83", "h30", "PED001"),
        done("84", "h17", seconds=3),
        done("85", "h18", seconds=3),
        refused("86", "h20", "no text", seconds=3),
        done("87", "h25", "x", seconds=3),
        done("88", "h28", seconds=3),
        warn("89", "h07", "café “quoted”", "Windows-1252"),
        warn("90", "h31", "£10,000 – café", "Windows-1252"),
        done("91", "h08", "PED001 café"),
        done("92", "h10", "+ADw-script+AD4-"),
        done("98", "t08", "PED002 PED003"),
        done("99", "t12", "finance flow office"),
        done("100", "t06", "PED01"),
        done("102", "t10", "9" * 5_000, seconds=2),
        refused("103", "t02", "binary"),
        warn("104", "t13", "PED001", "NUL"),
        warn("105", "t11", "PED001", "decoded"),
        refused("", "d04", "not an Office file"),
        refused("", "d26", "damaged"),
        refused("", "d27", "damaged"),
        refused("", "d15_nested_tables_20000", "nested too deeply"),
        refused("", "h26", "empty"),
        refused("", "h27", "binary"),
        refused("", "t01", "empty"),
        limit("", "b12", "--max-zip-ratio"),
        limit("", "b24", "--max-zip-ratio"),
        limit("", "b21", "--max-bytes"),
        limit("", "h06", "--max-nesting"),
        done("", "p28", same_as="p00"),
        done("", "p33", same_as="p00"),
        done("", "p50", "kept"),
        done("", "p53", "kept"),
        done("", "d25", "utf16 é"),
        done("", "h05_deep_div_500.", "core"),
        done("", "h09", "PED001 café"),
        done("", "h11", "café"),
        warn("", "h12", "after", "NUL"),
    )


def _rows(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split()))


CASES = _cases()

ELSEWHERE = {
    "test_outputs.py::test_no_tag_of_the_input_reaches_a_page": range(93, 96),
    "test_outputs.py::test_nothing_that_steers_a_terminal_is_written": range(96, 98),
    "test_outputs.py::test_the_csv_is_unaltered_unless_asked": range(101, 102),
    "test_outputs.py::test_a_title_names_no_file": range(106, 107),
    "test_sources.py::test_what_is_no_file_is_refused_at_once": range(107, 112),
    "test_batch_of_bombs.py::test_forty_good_files_and_every_bad_one": range(112, 113),
    "../batch/test_worker.py::test_what_goes_wrong_costs_one_file": range(113, 119),
    "../faults/test_killed.py::test_killed_at_two_hundred_moments": range(119, 120),
    "../faults/test_outputs_that_fail.py::test_a_full_disk": range(120, 121),
    "../faults/test_outputs_that_fail.py::test_a_folder_that_is_read_only": range(121, 122),
    "../faults/test_outputs_that_fail.py::test_a_full_device_and_a_folder_that_is_none": range(122, 123),
    "../faults/test_outputs_that_fail.py::test_two_runs_on_one_file_and_a_reader_in_a_loop": range(123, 124),
    "../faults/test_outputs_that_fail.py::test_a_link_is_replaced_and_its_victim_left_alone": range(124, 125),
    "../faults/test_outputs_that_fail.py::test_a_stopped_command_leaves_nothing": range(125, 127),
    "../faults/test_outputs_that_fail.py::test_a_pipe_that_closes_is_no_noise": range(127, 128),
    "test_command.py::test_memory_does_not_grow_with_pages": range(128, 129),
    "test_command.py::test_the_same_bytes_whatever_the_surroundings": range(129, 130),
}
"""Test -> the rows that it holds."""

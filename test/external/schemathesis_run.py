"""Has schemathesis try every operation of a server's document: python schemathesis_run.py ORIGIN TOKEN.

Prints a JSON list of what it found: each operation with all that went wrong there, each phase, and the number of cases.
Ends with 0 also where something failed.
"""

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

# Not negative_data_rejection nor positive_data_acceptance: SCIM wants leniency that no JSON Schema can say (letter case,
# clients' quirks), and strictness that none can say either (filters, paths, references).
CHECKS = [
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "ignored_auth",
    "unsupported_method",
    "use_after_free",
]
PHASES = ["examples", "coverage", "fuzzing", "stateful"]
# Fuzzing and stateful testing go on until the time is spent. Some 5,000 cases are usual in it.
MAX_SECONDS = 75
FEWEST_CASES = 1000


def run(origin: str, token: str, folder: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [
            Path(sys.executable).with_name("schemathesis"),
            "run",
            f"{origin}/openapi.json",
            f"--header=Authorization: Bearer {token}",
            f"--checks={','.join(CHECKS)}",
            f"--phases={','.join(PHASES)}",
            "--max-examples=10",
            f"--max-time={MAX_SECONDS}",
            "--seed=1",
            "--generation-database=none",
            "--no-color",
            "--report=json,junit",
            "--report-json-path=report.json",
            "--report-junit-path=report.xml",
        ],
        # It leaves files where it runs.
        cwd=folder,
        capture_output=True,
        text=True,
    )


def finding(name: str, passed: bool, note: object) -> dict:
    return {"name": name, "passed": passed, "note": None if passed else str(note)}


def findings(folder: Path) -> list[dict]:
    report = json.loads((folder / "report.json").read_text())
    tests = ElementTree.parse(folder / "report.xml").iter("testcase")
    phases, operations, cases, errors = (report[key] for key in ["phases", "operations", "test_cases", "errors"])
    is_enough = cases["generated"] >= FEWEST_CASES
    return [
        *(finding(test.get("name"), len(test) == 0, "\n".join(part.text or part.tag for part in test)) for test in tests),
        *(finding(f"phase {name}", phases[name]["status"] == "success", phases[name]) for name in PHASES),
        finding("every operation", operations["tested"] == operations["total"], operations),
        finding(f"{FEWEST_CASES} cases or more", is_enough, cases),
        finding(f"{cases['generated']} cases", cases["with_failures"] == 0 and errors == [], [cases, errors]),
    ]


with TemporaryDirectory() as name:
    ended = run(*sys.argv[1:], name)
    try:
        json.dump(findings(Path(name)), sys.stdout)
    except (OSError, TypeError, KeyError, ElementTree.ParseError) as error:
        sys.exit(f"no whole report: {error!r}\n{ended.stdout}\n{ended.stderr}")

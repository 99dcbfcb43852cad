#!/usr/bin/env python3
"""Whether a list of parts is what CycloneDX 1.6 says it must be: check-sbom.py FILE."""

import pathlib
import sys

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

fault = JsonStrictValidator(SchemaVersion.V1_6).validate_str(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
if fault:
    sys.exit(f"{sys.argv[1]}: {fault}")
print(f"{sys.argv[1]} is CycloneDX 1.6")

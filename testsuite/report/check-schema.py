# SPDX-License-Identifier: GPL-2.0-or-later
#
# check-schema.py SCHEMA FILE... - check JSON against a schema, and the schema
# itself.  Exit status 77 without python3-jsonschema.

import json
import sys

try:
    import jsonschema
except ImportError:
    sys.exit(77)

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
kind = jsonschema.validators.validator_for(schema)
kind.check_schema(schema)
validator = kind(schema)
for name in sys.argv[2:]:
    with open(name, encoding="utf-8") as file:
        error = jsonschema.exceptions.best_match(validator.iter_errors(json.load(file)))
    if error:
        print("%s: %s: %s" % (name, "/".join(map(str, error.path)), error.message[:300]))
        sys.exit(1)

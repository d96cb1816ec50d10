#!/usr/bin/env bash
# Guess: where an operation takes the same object as JSON or, with a file, as multipart/form-data, and both name one schema,
#   a client that openapi-python-client generates sends an object without a file as JSON, the first of the two.
# Instead: it goes by the class of the body alone. The two branches of one schema have the same condition, both run, and the
#   second one wins: everything is sent as a form, in which nested values and null are no longer what they were in JSON.
# Seen with openapi-python-client 0.29.1 on 2026-12-01.
# What we do: the JSON body has a schema of its own, without the file (NewSourceInJson in sources/api.py).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check openapi-python-client==0.29.1 attrs==26.1.0 httpx==0.28.1
cat > "$folder/api.yaml" <<'YAML'
openapi: 3.1.0
info: {title: notes, version: "1"}
paths:
  /notes/:
    post:
      operationId: add_note
      requestBody:
        content:
          application/json: {schema: {$ref: "#/components/schemas/Note"}}
          multipart/form-data: {schema: {$ref: "#/components/schemas/Note"}}
      responses: {"204": {description: Kept.}}
components:
  schemas:
    Note:
      type: object
      properties:
        text: {type: string}
        file: {type: string, format: binary}
YAML
cat > "$folder/send.py" <<'PYTHON'
import httpx
from client import Client
from client.api.default import add_note
from client.models import Note

asked = []


def answer(request):
    asked.append(request)
    return httpx.Response(204)


notes = Client("http://notes.example", httpx_args={"transport": httpx.MockTransport(answer)})
add_note.sync_detailed(client=notes, body=Note(text="The wall is 3 m high."))
print(asked[0].headers["Content-Type"].split(";")[0])
PYTHON
cd "$folder"
venv/bin/openapi-python-client generate --path api.yaml --meta none --output-path client > generated.log 2>&1
seen=$(PYTHONPATH="$folder" venv/bin/python send.py)
echo "openapi-python-client 0.29.1"
echo "guessed: an object without a file is sent as application/json"
echo "seen:    it is sent as $seen"
if [ "$seen" != "multipart/form-data" ]; then
    echo "This has changed: look whether the bodies still need two schemas."
    exit 1
fi

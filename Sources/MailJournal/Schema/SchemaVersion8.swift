/// The tables of version 8, word for word: what opening compares such a journal with, and the basis of
/// its migration.
///
/// Written out, lists included: what a later version makes of an enum changes nothing here.
enum SchemaVersion8 {
    static let tables = """
        CREATE TABLE secret (
            name TEXT PRIMARY KEY NOT NULL,
            value BLOB NOT NULL
        ) STRICT;
        CREATE TABLE campaign (
            id TEXT PRIMARY KEY NOT NULL,
            planned_at INTEGER NOT NULL,
            planned_by TEXT NOT NULL,
            planner_realm TEXT,
            planner_id TEXT,
            as_of INTEGER,
            form INTEGER NOT NULL CHECK (form IN (1, 2)),
            digest TEXT NOT NULL,
            relay_digest TEXT NOT NULL,
            facts TEXT NOT NULL,
            letter TEXT NOT NULL,
            parts BLOB,
            started_at INTEGER,
            finished_at INTEGER,
            paused_because TEXT,
            erased_at INTEGER,
            held_because TEXT,
            CHECK ((planner_realm IS NULL) = (planner_id IS NULL))
        ) STRICT;
        CREATE TABLE message (
            number INTEGER PRIMARY KEY,
            campaign TEXT NOT NULL REFERENCES campaign(id),
            id TEXT NOT NULL UNIQUE,
            proof_id TEXT NOT NULL UNIQUE,
            opening BLOB CHECK (length(opening) = 60 OR length(opening) = 92),
            digest_hash TEXT NOT NULL,
            recipient TEXT NOT NULL,
            first_start INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX message_of_campaign ON message (campaign, number);
        CREATE TABLE row (
            campaign TEXT NOT NULL REFERENCES campaign(id),
            row INTEGER NOT NULL,
            line INTEGER NOT NULL,
            class TEXT NOT NULL CHECK (class = 'rejected' OR class = 'test-or-block' OR class = \
        'out-of-window' OR class = 'other-service' OR class = 'already-cancelled' OR class = \
        'past' OR class = 'duplicate' OR class = 'already-notified' OR class = 'needs-decision' \
        OR class = 'no-email' OR class = 'no-contact' OR class = 'invalid-email' OR class = \
        'placeholder' OR class = 'multi-address' OR class = 'collective-address' OR class = \
        'unsendable' OR class = 'send'),
            reasons TEXT NOT NULL,
            problem_column TEXT,
            start TEXT,
            second_start TEXT,
            half_known INTEGER NOT NULL CHECK (half_known IN (0, 1)),
            collective INTEGER NOT NULL CHECK (collective IN (0, 1)),
            left_out INTEGER NOT NULL CHECK (left_out IN (0, 1)),
            answer TEXT CHECK (answer IN ('phone', 'leave-out', 'send')),
            start_given INTEGER NOT NULL DEFAULT 0 CHECK (start_given IN (0, 1)),
            message INTEGER REFERENCES message(number),
            salt BLOB CHECK (length(salt) = 32),
            hash TEXT,
            PRIMARY KEY (campaign, row),
            CHECK (start_given = 0 OR answer IS 'send'),
            CHECK (salt IS NULL OR hash IS NOT NULL)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX row_of_message ON row (message) WHERE message IS NOT NULL;
        CREATE TABLE contact (
            campaign TEXT NOT NULL,
            row INTEGER NOT NULL,
            sealed BLOB NOT NULL,
            address_hash BLOB CHECK (length(address_hash) = 32),
            planned_address_hash BLOB CHECK (length(planned_address_hash) = 32),
            reference_hash BLOB CHECK (length(reference_hash) = 32),
            domain TEXT,
            PRIMARY KEY (campaign, row),
            FOREIGN KEY (campaign, row) REFERENCES row (campaign, row)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE notice (
            key BLOB NOT NULL,
            message INTEGER NOT NULL REFERENCES message(number),
            PRIMARY KEY (key, message)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX notice_of_message ON notice (message);
        CREATE TABLE approval (
            campaign TEXT NOT NULL REFERENCES campaign(id),
            digest TEXT NOT NULL,
            name TEXT NOT NULL,
            account TEXT NOT NULL,
            realm TEXT,
            id TEXT,
            at INTEGER NOT NULL,
            CHECK ((realm IS NULL) = (id IS NULL))
        ) STRICT;
        CREATE TABLE delivery (
            message INTEGER PRIMARY KEY REFERENCES message(number),
            state TEXT NOT NULL CHECK (state IN ('planned', 'sending', 'deferred', 'unknown', \
        'accepted', 'refused', 'expired', 'withdrawn')),
            attempts INTEGER NOT NULL DEFAULT 0,
            due INTEGER,
            first_claimed INTEGER,
            ahead_of INTEGER,
            reason TEXT
        ) STRICT;
        CREATE INDEX delivery_state ON delivery (state, message);
        CREATE TABLE event (
            sequence INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('planned', 'approved', 'attempt', 'verdict', \
        'released', 'withdrawn', 'resolved', 'given-up', 'expired', 'started', 'paused', \
        'finished', 'session', 'decided', 'answered', 'replanned', 'erased', 'held', 'lifted', \
        'unmasked', 'incident', 'incident-closed', 'moved')),
            campaign TEXT NOT NULL,
            message TEXT,
            detail TEXT NOT NULL,
            hash TEXT NOT NULL
        ) STRICT;
        CREATE TABLE receipt (
            event INTEGER PRIMARY KEY REFERENCES event(sequence),
            sealed BLOB NOT NULL
        ) STRICT;
        CREATE TABLE ruling (
            event INTEGER PRIMARY KEY REFERENCES event(sequence),
            account TEXT NOT NULL,
            realm TEXT,
            id TEXT,
            CHECK ((realm IS NULL) = (id IS NULL))
        ) STRICT;
        CREATE TABLE incident (
            event INTEGER PRIMARY KEY REFERENCES event(sequence),
            campaign TEXT NOT NULL REFERENCES campaign(id),
            aware_at INTEGER NOT NULL,
            closing INTEGER REFERENCES event(sequence),
            closed_because TEXT,
            CHECK ((closing IS NULL) = (closed_because IS NULL))
        ) STRICT;
        CREATE INDEX event_of_campaign ON event (campaign, kind);
        """
}

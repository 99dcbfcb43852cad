/// The tables of version 6, word for word: what opening compares such a journal with, and the basis of
/// its migration.
///
/// Written out, lists included: what a later version makes of an enum changes nothing here.
enum SchemaVersion6 {
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
            started_at INTEGER,
            finished_at INTEGER,
            paused_because TEXT,
            erased_at INTEGER,
            CHECK ((planner_realm IS NULL) = (planner_id IS NULL))
        ) STRICT;
        CREATE TABLE message (
            number INTEGER PRIMARY KEY,
            campaign TEXT NOT NULL REFERENCES campaign(id),
            id TEXT NOT NULL UNIQUE,
            proof_id TEXT NOT NULL UNIQUE,
            salt BLOB CHECK (length(salt) = 32),
            digest TEXT,
            digest_hash TEXT NOT NULL,
            recipient TEXT NOT NULL,
            first_start INTEGER NOT NULL,
            CHECK (salt IS NULL OR digest IS NOT NULL)
        ) STRICT;
        CREATE INDEX message_of_campaign ON message (campaign, number);
        CREATE TABLE row (
            campaign TEXT NOT NULL REFERENCES campaign(id),
            row INTEGER NOT NULL,
            line INTEGER NOT NULL,
            class TEXT NOT NULL CHECK (class IN ('rejected', 'test-or-block', 'out-of-window', \
        'other-service', 'already-cancelled', 'past', 'duplicate', 'already-notified', \
        'needs-decision', 'no-email', 'no-contact', 'invalid-email', 'placeholder', \
        'multi-address', 'collective-address', 'unsendable', 'send')),
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
            first_name TEXT,
            last_name TEXT,
            full_name TEXT,
            address TEXT,
            phone TEXT,
            site TEXT,
            reference TEXT,
            planned_address TEXT,
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
            kind TEXT NOT NULL CHECK (kind IN ('planned', 'approved', 'attempt', 'verdict', 'released', 'withdrawn', 'resolved', 'given-up', 'expired', 'started', 'paused', 'finished', 'session', 'decided', 'answered', 'replanned', 'erased', 'moved')),
            campaign TEXT NOT NULL,
            message TEXT,
            detail TEXT NOT NULL,
            hash TEXT NOT NULL
        ) STRICT;
        CREATE TABLE receipt (
            event INTEGER PRIMARY KEY REFERENCES event(sequence),
            text TEXT NOT NULL
        ) STRICT;
        CREATE TABLE ruling (
            event INTEGER PRIMARY KEY REFERENCES event(sequence),
            account TEXT NOT NULL,
            realm TEXT,
            id TEXT,
            CHECK ((realm IS NULL) = (id IS NULL))
        ) STRICT;
        CREATE INDEX event_of_campaign ON event (campaign, kind);
        """
}

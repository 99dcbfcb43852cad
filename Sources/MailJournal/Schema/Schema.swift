import MailCore

/// The tables of the journal, as they are in this version.
///
/// What is kept of people stands in `contact` alone, sealed under the campaign's key (`CampaignSeal`), so that
/// it can be erased as a whole; every other table names rows and messages, never people. The hashes beside it are
/// keyed by the same key: what a person is found by. `planned_address_hash` stays that of the schedule when
/// a person gives another address: `row.collective` speaks of it.
///
/// What leads from the hashes of events and proofs back to a person or a mail is sealed like it: the salt
/// of a row with its contact, salt and digest of a message in `opening`, and the receipts. Whoever erases
/// a person must destroy them, too. What is hashed (`proof_id`, `digest_hash`, `recipient`, `row.hash`)
/// stays, so that the rest stays provable. `row.salt` is that of a row of which no person is kept.
///
/// `campaign.parts` is sealed since it names sites, and stays empty in campaigns of earlier versions.
///
/// `row.reasons`, `delivery.reason` and `campaign.paused_because` hold codes (decision 0033), and sentences
/// in what older versions have written; nothing is decided by them. What a row means stands in columns of its
/// own: `half_known`, `collective` and `left_out` from planning on, `answer` and `start_given` once
/// a person has decided.
///
/// Who planned, approved, decided or ruled stands there twice: as text for people, which events hash,
/// and as the realm and id that tell one person from another.
enum Schema {
    /// `application_id`: "EPST".
    static let applicationID = 0x4550_5354
    /// `user_version`.
    ///
    /// Version 4 was the first that may be in use; older ones are refused. Version 5 brought the
    /// identities, and the closed lists of states, classes and kinds, version 6 the salts, version 7 the
    /// seals, version 8 the incidents, version 9 the test mails. Once a version is released, any
    /// change of the text below, also by a new case of an enum, is a new version with its migration.
    static let version = 9

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
            class TEXT NOT NULL CHECK (\(RowClass.sqlCheck("class"))),
            reasons TEXT NOT NULL,
            problem_column TEXT,
            start TEXT,
            second_start TEXT,
            half_known INTEGER NOT NULL CHECK (half_known IN (0, 1)),
            collective INTEGER NOT NULL CHECK (collective IN (0, 1)),
            left_out INTEGER NOT NULL CHECK (left_out IN (0, 1)),
            answer TEXT CHECK (answer IN \(RowAnswer.sqlList())),
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
            state TEXT NOT NULL CHECK (state IN \(DeliveryState.sqlList())),
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
            kind TEXT NOT NULL CHECK (kind IN \(EventKind.sqlList())),
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

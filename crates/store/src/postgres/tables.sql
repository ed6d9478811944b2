CREATE SCHEMA IF NOT EXISTS accede;
CREATE TABLE accede.ledger (
    application_id integer PRIMARY KEY,
    format         integer NOT NULL
);
CREATE TABLE accede.entries (
    seq     bigint PRIMARY KEY,
    link    bytea NOT NULL CHECK (octet_length(link) = 32),
    payload bytea NOT NULL
);
CREATE TABLE accede.heads (
    len      bigint PRIMARY KEY,
    link     bytea NOT NULL CHECK (octet_length(link) = 32),
    recorded text
);
CREATE TABLE accede.documents (
    sha256 text PRIMARY KEY CHECK (sha256 = encode(sha256(bytes), 'hex')),
    bytes  bytea NOT NULL
);
-- Documents are compressed already, as most are.
ALTER TABLE accede.documents ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE FUNCTION accede.stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a ledger is append-only: % of % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION accede.entry_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.seq IS DISTINCT FROM coalesce((SELECT max(seq) FROM accede.entries), 0) + 1 THEN
        RAISE EXCEPTION 'a ledger is append-only: the next entry is numbered one after the last'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION accede.head_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.len <= coalesce((SELECT max(len) FROM accede.heads), 0) THEN
        RAISE EXCEPTION 'a ledger is append-only: the next head is noted after the last'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER entries_follow BEFORE INSERT ON accede.entries
    FOR EACH ROW EXECUTE FUNCTION accede.entry_follows();
CREATE TRIGGER heads_follow BEFORE INSERT ON accede.heads
    FOR EACH ROW EXECUTE FUNCTION accede.head_follows();
CREATE TRIGGER entries_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON accede.entries
    FOR EACH STATEMENT EXECUTE FUNCTION accede.stays();
CREATE TRIGGER heads_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON accede.heads
    FOR EACH STATEMENT EXECUTE FUNCTION accede.stays();
CREATE TRIGGER ledger_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON accede.ledger
    FOR EACH STATEMENT EXECUTE FUNCTION accede.stays();
CREATE TRIGGER documents_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON accede.documents
    FOR EACH STATEMENT EXECUTE FUNCTION accede.stays();

-- Also in a session that says it replays a replica.
ALTER TABLE accede.entries ENABLE ALWAYS TRIGGER entries_follow;
ALTER TABLE accede.entries ENABLE ALWAYS TRIGGER entries_stay;
ALTER TABLE accede.heads ENABLE ALWAYS TRIGGER heads_follow;
ALTER TABLE accede.heads ENABLE ALWAYS TRIGGER heads_stay;
ALTER TABLE accede.ledger ENABLE ALWAYS TRIGGER ledger_stays;
ALTER TABLE accede.documents ENABLE ALWAYS TRIGGER documents_stay;

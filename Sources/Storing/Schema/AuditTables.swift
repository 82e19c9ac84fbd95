extension Schema {
  /// The record.
  ///
  /// The head moves with its entry, and no entry fits anywhere but behind it.
  static let audit = """
    CREATE TABLE audit_entry (
      sequence INTEGER PRIMARY KEY NOT NULL,
      at INTEGER NOT NULL,
      user TEXT,
      display_name TEXT NOT NULL,
      means TEXT NOT NULL,
      address TEXT NOT NULL,
      request_id TEXT NOT NULL,
      action TEXT NOT NULL,
      subject_kind TEXT NOT NULL,
      subject_id TEXT NOT NULL,
      subject_revision INTEGER,
      data TEXT NOT NULL CHECK (json_valid(data)),
      previous TEXT NOT NULL CHECK (length(previous) = 64),
      hash TEXT NOT NULL CHECK (length(hash) = 64)
    ) STRICT;

    CREATE INDEX audit_entry_subject ON audit_entry (subject_id, sequence);

    CREATE TABLE audit_head (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      sequence INTEGER NOT NULL CHECK (sequence >= 0),
      hash TEXT NOT NULL CHECK (length(hash) = 64)
    ) STRICT;

    INSERT INTO audit_head (id, sequence, hash)
    VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

    CREATE TRIGGER audit_entry_follows BEFORE INSERT ON audit_entry
    WHEN NOT EXISTS (
      SELECT 1 FROM audit_head WHERE sequence = NEW.sequence - 1 AND hash = NEW.previous)
    BEGIN SELECT RAISE(ABORT, 'an entry follows the last one'); END;

    CREATE TRIGGER audit_head_moves AFTER INSERT ON audit_entry
    BEGIN UPDATE audit_head SET sequence = NEW.sequence, hash = NEW.hash; END;

    CREATE TRIGGER audit_entry_is_kept BEFORE DELETE ON audit_entry
    BEGIN SELECT RAISE(ABORT, 'an entry of the record is never deleted'); END;

    CREATE TRIGGER audit_entry_does_not_change BEFORE UPDATE ON audit_entry
    BEGIN SELECT RAISE(ABORT, 'an entry of the record never changes'); END;

    CREATE TABLE checkpoint (
      sequence INTEGER PRIMARY KEY NOT NULL CHECK (sequence > 0),
      chain TEXT NOT NULL,
      head TEXT NOT NULL CHECK (length(head) = 64),
      at INTEGER NOT NULL,
      key_id TEXT NOT NULL,
      signature TEXT NOT NULL
    ) STRICT;

    CREATE TRIGGER checkpoint_is_kept BEFORE DELETE ON checkpoint
    BEGIN SELECT RAISE(ABORT, 'a checkpoint is never deleted'); END;

    CREATE TRIGGER checkpoint_does_not_change BEFORE UPDATE ON checkpoint
    BEGIN SELECT RAISE(ABORT, 'a checkpoint never changes'); END;

    """
}

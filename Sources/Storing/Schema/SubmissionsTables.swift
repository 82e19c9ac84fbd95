extension Schema {
  /// Who has agreed to a waiver besides the one who decided.
  static let secondPerson = """
    ALTER TABLE waiver ADD COLUMN seconder TEXT REFERENCES "user";
    ALTER TABLE waiver ADD COLUMN seconded_at INTEGER;

    """

  /// What people wrote about steps that leave nothing else to hold it.
  static let stepNotes = """
    CREATE TABLE step_note (
      id TEXT PRIMARY KEY NOT NULL,
      submission TEXT NOT NULL REFERENCES submission,
      position INTEGER NOT NULL CHECK (position >= 0),
      action TEXT NOT NULL,
      author TEXT NOT NULL REFERENCES "user",
      at INTEGER NOT NULL,
      text TEXT NOT NULL,
      UNIQUE (submission, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER step_note_is_kept BEFORE DELETE ON step_note
    BEGIN SELECT RAISE(ABORT, 'a note on a step is never deleted'); END;

    CREATE TRIGGER step_note_does_not_change BEFORE UPDATE ON step_note
    BEGIN SELECT RAISE(ABORT, 'a note on a step never changes'); END;

    """

  /// What each of those who decide on a waiver says, apart from the others; and the ledger's way to what is open.
  static let wordsOnWaivers = """
    ALTER TABLE waiver ADD COLUMN second_note TEXT NOT NULL DEFAULT '';
    ALTER TABLE waiver ADD COLUMN revocation TEXT
      CHECK (revocation IS NULL OR json_valid(revocation));

    CREATE INDEX waiver_open ON waiver (expires_at) WHERE state IN ('pending', 'granted');

    """

  /// Submissions and their parts.
  ///
  /// What must never change is guarded by triggers.
  static let submissions = """
    CREATE TABLE submission (
      id TEXT PRIMARY KEY NOT NULL,
      department TEXT NOT NULL REFERENCES department,
      creator TEXT NOT NULL REFERENCES "user",
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      state TEXT NOT NULL CHECK (state IN ('editing', 'returned', 'in_review', 'approved',
        'publishing', 'published', 'publish_failed', 'retracted', 'rejected', 'withdrawn',
        'frozen')),
      stage TEXT,
      stages TEXT NOT NULL CHECK (json_valid(stages)),
      policy INTEGER REFERENCES policy,
      waiting_since INTEGER,
      approved_at INTEGER,
      predecessor TEXT REFERENCES submission,
      relation TEXT CHECK (relation IN ('supersedes', 'corrects')),
      escalations TEXT NOT NULL CHECK (json_valid(escalations)),
      title TEXT NOT NULL,
      "column" TEXT REFERENCES "column",
      revision INTEGER NOT NULL CHECK (revision >= 0),
      verdict TEXT CHECK (verdict IN ('pass', 'review', 'block', 'incomplete')),
      is_escalated INTEGER NOT NULL CHECK (is_escalated IN (0, 1)),
      CHECK ((state = 'in_review') = (stage IS NOT NULL)),
      CHECK ((predecessor IS NULL) = (relation IS NULL)),
      CHECK ((revision = 0) = ("column" IS NULL))
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX submission_state ON submission (state, id);
    CREATE INDEX submission_stage ON submission (stage, id) WHERE stage IS NOT NULL;
    CREATE INDEX submission_department ON submission (department, id);
    CREATE INDEX submission_column ON submission ("column", id);
    CREATE INDEX submission_creator ON submission (creator, id);
    CREATE INDEX submission_created ON submission (created_at);

    CREATE TRIGGER submission_is_kept BEFORE DELETE ON submission
    BEGIN SELECT RAISE(ABORT, 'a submission is never deleted'); END;

    CREATE TRIGGER submission_version_counts BEFORE UPDATE ON submission
    WHEN NEW.version < OLD.version
    BEGIN SELECT RAISE(ABORT, 'a version never goes back'); END;

    CREATE TABLE manuscript (
      digest TEXT PRIMARY KEY NOT NULL,
      text BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER manuscript_does_not_change BEFORE UPDATE ON manuscript
    BEGIN SELECT RAISE(ABORT, 'a manuscript never changes'); END;

    CREATE TABLE revision (
      submission TEXT NOT NULL REFERENCES submission,
      number INTEGER NOT NULL CHECK (number > 0),
      author TEXT NOT NULL REFERENCES "user",
      at INTEGER NOT NULL,
      format TEXT NOT NULL,
      "column" TEXT NOT NULL REFERENCES "column",
      channels TEXT NOT NULL CHECK (json_valid(channels)),
      assets TEXT NOT NULL CHECK (json_valid(assets)),
      manuscript TEXT NOT NULL REFERENCES manuscript,
      form TEXT NOT NULL CHECK (json_valid(form)),
      content_digest TEXT NOT NULL,
      canonical TEXT NOT NULL CHECK (json_valid(canonical)),
      change TEXT NOT NULL CHECK (change IN ('layout', 'image_text', 'content')),
      check_result TEXT NOT NULL CHECK (json_valid(check_result)),
      note TEXT NOT NULL,
      errors INTEGER NOT NULL CHECK (errors >= 0),
      warnings INTEGER NOT NULL CHECK (warnings >= 0),
      suggestions INTEGER NOT NULL CHECK (suggestions >= 0),
      code_points INTEGER NOT NULL CHECK (code_points >= 0),
      PRIMARY KEY (submission, number)
    ) STRICT;

    CREATE TRIGGER revision_is_kept BEFORE DELETE ON revision
    BEGIN SELECT RAISE(ABORT, 'a revision is never deleted'); END;

    CREATE TRIGGER revision_does_not_change BEFORE UPDATE ON revision
    BEGIN SELECT RAISE(ABORT, 'a revision never changes'); END;

    CREATE TRIGGER revisions_have_no_gaps BEFORE INSERT ON revision
    WHEN NEW.number <> 1 + (SELECT count(*) FROM revision WHERE submission = NEW.submission)
    BEGIN SELECT RAISE(ABORT, 'revisions are numbered without gaps'); END;

    CREATE TABLE vote (
      id TEXT PRIMARY KEY NOT NULL,
      submission TEXT NOT NULL,
      position INTEGER NOT NULL CHECK (position >= 0),
      stage TEXT NOT NULL,
      decision TEXT NOT NULL CHECK (decision IN ('approve', 'return', 'reject')),
      voter TEXT NOT NULL REFERENCES "user",
      at INTEGER NOT NULL,
      revision INTEGER NOT NULL,
      content_digest TEXT NOT NULL,
      comment TEXT NOT NULL,
      checklist TEXT NOT NULL CHECK (json_valid(checklist)),
      relaxed TEXT NOT NULL CHECK (json_valid(relaxed)),
      outdated TEXT,
      UNIQUE (submission, position),
      FOREIGN KEY (submission, revision) REFERENCES revision (submission, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER vote_is_kept BEFORE DELETE ON vote
    BEGIN SELECT RAISE(ABORT, 'a vote is never deleted'); END;

    CREATE TRIGGER vote_does_not_change
    BEFORE UPDATE OF id, submission, position, stage, decision, voter, at, revision,
      content_digest, comment, checklist, relaxed ON vote
    BEGIN SELECT RAISE(ABORT, 'a vote never changes'); END;

    CREATE TRIGGER vote_is_not_revived BEFORE UPDATE OF outdated ON vote
    WHEN OLD.outdated IS NOT NULL AND NEW.outdated IS NULL
    BEGIN SELECT RAISE(ABORT, 'an outdated vote never counts again'); END;

    CREATE TABLE waiver (
      id TEXT PRIMARY KEY NOT NULL,
      submission TEXT NOT NULL,
      position INTEGER NOT NULL CHECK (position >= 0),
      rule TEXT NOT NULL,
      fingerprint TEXT NOT NULL,
      matched TEXT,
      revision INTEGER NOT NULL,
      reason TEXT NOT NULL,
      note TEXT NOT NULL,
      evidence TEXT NOT NULL,
      expires_at INTEGER NOT NULL,
      requester TEXT NOT NULL REFERENCES "user",
      requested_at INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('pending', 'granted', 'denied', 'revoked')),
      decider TEXT REFERENCES "user",
      decided_at INTEGER,
      decision_note TEXT NOT NULL,
      UNIQUE (submission, position),
      FOREIGN KEY (submission, revision) REFERENCES revision (submission, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER waiver_is_kept BEFORE DELETE ON waiver
    BEGIN SELECT RAISE(ABORT, 'a waiver is never deleted'); END;

    CREATE TRIGGER waiver_does_not_change
    BEFORE UPDATE OF id, submission, position, rule, fingerprint, matched, revision, reason, note,
      evidence, expires_at, requester, requested_at ON waiver
    BEGIN SELECT RAISE(ABORT, 'a waiver changes in its decision only'); END;

    CREATE TABLE review_comment (
      id TEXT PRIMARY KEY NOT NULL,
      submission TEXT NOT NULL REFERENCES submission,
      position INTEGER NOT NULL CHECK (position >= 0),
      author TEXT NOT NULL REFERENCES "user",
      at INTEGER NOT NULL,
      revision INTEGER NOT NULL,
      text TEXT NOT NULL,
      fingerprint TEXT,
      is_blocking INTEGER NOT NULL CHECK (is_blocking IN (0, 1)),
      resolved_by TEXT REFERENCES "user",
      resolved_at INTEGER,
      UNIQUE (submission, position),
      CHECK ((resolved_by IS NULL) = (resolved_at IS NULL))
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER review_comment_is_kept BEFORE DELETE ON review_comment
    BEGIN SELECT RAISE(ABORT, 'a comment is never deleted'); END;

    CREATE TABLE permit (
      id TEXT PRIMARY KEY NOT NULL,
      submission TEXT NOT NULL,
      position INTEGER NOT NULL CHECK (position >= 0),
      channel TEXT NOT NULL,
      revision INTEGER NOT NULL,
      content_digest TEXT NOT NULL,
      ruleset TEXT NOT NULL,
      issuer TEXT NOT NULL REFERENCES "user",
      issued_at INTEGER NOT NULL,
      not_before INTEGER NOT NULL,
      expires_at INTEGER NOT NULL,
      token TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('issued', 'consumed', 'revoked')),
      consumer TEXT REFERENCES "user",
      consumed_at INTEGER,
      UNIQUE (submission, position),
      FOREIGN KEY (submission, revision) REFERENCES revision (submission, number),
      CHECK ((consumer IS NULL) = (consumed_at IS NULL)),
      CHECK ((state = 'consumed') = (consumer IS NOT NULL))
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER permit_is_kept BEFORE DELETE ON permit
    BEGIN SELECT RAISE(ABORT, 'a permit is never deleted'); END;

    CREATE TRIGGER permit_does_not_change
    BEFORE UPDATE OF id, submission, position, channel, revision, content_digest, ruleset, issuer,
      issued_at, not_before, expires_at, token ON permit
    BEGIN SELECT RAISE(ABORT, 'a permit changes in its state only'); END;

    CREATE TRIGGER permit_is_used_once BEFORE UPDATE OF state ON permit
    WHEN OLD.state <> 'issued' AND NEW.state <> OLD.state
    BEGIN SELECT RAISE(ABORT, 'a permit is used once'); END;

    CREATE TABLE publication (
      id TEXT PRIMARY KEY NOT NULL,
      submission TEXT NOT NULL REFERENCES submission,
      position INTEGER NOT NULL CHECK (position >= 0),
      permit TEXT NOT NULL UNIQUE REFERENCES permit,
      channel TEXT NOT NULL,
      publisher TEXT NOT NULL REFERENCES "user",
      at INTEGER NOT NULL,
      address TEXT NOT NULL,
      external_id TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('live', 'failed', 'retracted')),
      verifications TEXT NOT NULL CHECK (json_valid(verifications)),
      retraction TEXT CHECK (retraction IS NULL OR json_valid(retraction)),
      UNIQUE (submission, position)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX publication_at ON publication (at);

    CREATE TRIGGER publication_is_kept BEFORE DELETE ON publication
    BEGIN SELECT RAISE(ABORT, 'a publication is never deleted'); END;

    """
}

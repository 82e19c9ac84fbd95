extension Schema {
  /// People and what they sign in with.
  static let people = """
    CREATE TABLE store (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      chain TEXT NOT NULL CHECK (length(chain) = 32)
    ) STRICT;

    CREATE TABLE department (
      id TEXT PRIMARY KEY NOT NULL,
      key TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE "user" (
      id TEXT PRIMARY KEY NOT NULL,
      name TEXT NOT NULL UNIQUE,
      display_name TEXT NOT NULL,
      department TEXT NOT NULL REFERENCES department,
      roles TEXT NOT NULL CHECK (json_valid(roles)),
      password TEXT CHECK (password IS NULL OR json_valid(password)),
      is_disabled INTEGER NOT NULL CHECK (is_disabled IN (0, 1)),
      created_at INTEGER NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE "column" (
      id TEXT PRIMARY KEY NOT NULL,
      key TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      owner TEXT NOT NULL REFERENCES department,
      freshness_days INTEGER CHECK (freshness_days > 0),
      escalates INTEGER NOT NULL CHECK (escalates IN (0, 1)),
      draft_class TEXT,
      is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
      version INTEGER NOT NULL CHECK (version > 0)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE policy (
      number INTEGER PRIMARY KEY NOT NULL CHECK (number > 0),
      content TEXT NOT NULL CHECK (json_valid(content)),
      proposer TEXT NOT NULL REFERENCES "user",
      proposed_at INTEGER NOT NULL,
      activator TEXT REFERENCES "user",
      activated_at INTEGER,
      CHECK ((activator IS NULL) = (activated_at IS NULL))
    ) STRICT;

    CREATE TRIGGER policy_is_kept BEFORE DELETE ON policy
    BEGIN SELECT RAISE(ABORT, 'a policy is never deleted'); END;

    CREATE TRIGGER policy_does_not_change
    BEFORE UPDATE OF number, content, proposer, proposed_at ON policy
    BEGIN SELECT RAISE(ABORT, 'a policy never changes'); END;

    CREATE TABLE session (
      hash TEXT PRIMARY KEY NOT NULL,
      user TEXT NOT NULL REFERENCES "user",
      created_at INTEGER NOT NULL,
      last_seen_at INTEGER NOT NULL,
      csrf_token TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX session_last_seen ON session (last_seen_at);

    CREATE TABLE api_token (
      id TEXT PRIMARY KEY NOT NULL,
      hash TEXT NOT NULL UNIQUE,
      user TEXT NOT NULL REFERENCES "user",
      name TEXT NOT NULL,
      scopes TEXT NOT NULL CHECK (json_valid(scopes)),
      created_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL,
      revoked_at INTEGER,
      last_used_at INTEGER
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER api_token_stays_revoked BEFORE UPDATE OF revoked_at ON api_token
    WHEN OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS NULL
    BEGIN SELECT RAISE(ABORT, 'a token stays revoked'); END;

    CREATE TABLE sign_in_link (
      hash TEXT PRIMARY KEY NOT NULL,
      user TEXT NOT NULL REFERENCES "user",
      expires_at INTEGER NOT NULL,
      used_at INTEGER
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER sign_in_link_is_used_once BEFORE UPDATE ON sign_in_link
    WHEN OLD.used_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a link is used once'); END;

    CREATE TABLE stored_response (
      user TEXT NOT NULL REFERENCES "user",
      target TEXT NOT NULL,
      key TEXT NOT NULL,
      fingerprint TEXT NOT NULL,
      status INTEGER NOT NULL CHECK (status BETWEEN 100 AND 599),
      headers TEXT NOT NULL CHECK (json_valid(headers)),
      body BLOB NOT NULL,
      at INTEGER NOT NULL,
      PRIMARY KEY (user, target, key)
    ) STRICT;

    CREATE INDEX stored_response_at ON stored_response (at);

    """
}

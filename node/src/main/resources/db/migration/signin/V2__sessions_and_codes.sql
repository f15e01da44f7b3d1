-- Sessions, one-time codes under way, and how often sign-in was tried: in the database, so that all processes agree.
create table signin.sessions (
    id uuid primary key,
    token_hash bytea not null unique,
    person uuid,
    expires_at timestamptz not null
);

create index sessions_expiry on signin.sessions (expires_at);

create table signin.codes (
    session uuid primary key,
    email text not null,
    return_path text not null,
    code_mac bytea not null,
    attempts_left integer not null,
    expires_at timestamptz not null
);

create index codes_expiry on signin.codes (expires_at);

create table signin.uses (
    key bytea not null,
    period_start timestamptz not null,
    used integer not null,
    expires_at timestamptz not null,
    primary key (key, period_start)
);

create index uses_expiry on signin.uses (expires_at);

-- Sessions, one-time codes under way, and how often sign-in was tried: in the database, so that all processes agree.
create table signin.sessions (
    id uuid primary key,
    token_hash bytea not null unique,
    person uuid,
    means text check (means in ('CODE', 'PASSKEY', 'RECOVERY_CODE')),
    family text,
    device bytea,
    started_at timestamptz,
    proven_at timestamptz,
    last_seen_at timestamptz,
    expires_at timestamptz not null,
    check (num_nulls(person, means, family, device, started_at, proven_at, last_seen_at) in (0, 7))
);

create index sessions_expiry on signin.sessions (expires_at);
create index sessions_of_a_person on signin.sessions (person) where person is not null;

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

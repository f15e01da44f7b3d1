-- Contradictions that are over, each with the leaf by which it began and the one by which it ended.
create table agreements.settled_contradictions (
    name text not null references agreements.ententes,
    party text not null,
    keys text not null,
    found_at timestamptz not null,
    leaf uuid not null,
    salt bytea not null,
    settled_at timestamptz not null,
    settled_leaf uuid not null primary key,
    settled_salt bytea not null
);

-- Members that an entente states by other keys than those that are known here, each with its leaf. Nothing of a member is
-- recognised while it is here under the keys by which it is stated.
create table agreements.contradictions (
    name text not null references agreements.ententes,
    party text not null,
    keys text not null,
    found_at timestamptz not null,
    leaf uuid not null,
    salt bytea not null,
    primary key (name, party, keys)
);

-- Offers. Their address, code and transaction code are derived from the id under the node's key and stand nowhere;
-- check_value is a MAC of the transaction code. number is the register's record.
create table issuance.offers (
    organisation text not null,
    id uuid not null,
    configurations text[] not null,
    register text not null,
    number text not null,
    person uuid,
    check_value bytea not null,
    state text not null default 'offered' check (state in ('offered', 'redeemed')),
    failed_tries integer not null default 0,
    expires_at timestamptz not null,
    primary key (organisation, id)
);
create index offers_expires_at on issuance.offers (expires_at);

-- Nonces that were used; one that was never used has no row.
create table issuance.spent_nonces (
    nonce bytea primary key,
    expires_at timestamptz not null
);
create index spent_nonces_expires_at on issuance.spent_nonces (expires_at);

-- A family: all copies of one batch. handle is a MAC of record, type and ordinal: it leads from a record to its families
-- for whoever has the node's key, and from a family to nobody. No claims.
create table issuance.families (
    organisation text not null,
    handle bytea not null,
    configuration text not null,
    issued_on date not null,
    expires_on date not null,
    revoked_at timestamptz,
    leaf uuid not null,
    salt bytea not null,
    primary key (organisation, handle)
);
create index families_by_type on issuance.families (organisation, configuration, issued_on);

-- The seed of a record's pseudonyms, sealed; record is a MAC.
create table issuance.seeds (
    organisation text not null,
    record bytea not null,
    seed bytea not null,
    primary key (organisation, record)
);

-- Status lists as published. statuses is the list, one bit a copy; token is what readers get.
create table issuance.status_lists (
    organisation text not null,
    list integer not null,
    statuses bytea not null,
    token text not null,
    signed_at timestamptz not null,
    usable_from timestamptz not null,
    full_since timestamptz,
    primary key (organisation, list)
);

-- Which copy has which index; an index is given once.
create table issuance.status_entries (
    organisation text not null,
    list integer not null,
    index integer not null,
    handle bytea not null,
    primary key (organisation, list, index)
);
create index status_entries_by_family on issuance.status_entries (organisation, handle);

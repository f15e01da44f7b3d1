-- What a holder keeps, is being offered, and is being asked for. Everything that says who somebody is, or that could be
-- used in their place, is sealed; in the open stand identifiers, states, times and public names.

create table wallet.attestations (
    id uuid primary key,
    person uuid not null,
    issuer text not null,
    type text not null,
    -- the issuer's names for itself, the type and its claims, by language: public
    labels jsonb not null,
    received_at timestamptz not null,
    valid_until timestamptz
);

create index attestations_of_a_person on wallet.attestations (person, received_at);

-- One-time copies. A copy is shown to one verifier only; reused, if at all, with the same.
create table wallet.copies (
    id uuid primary key,
    attestation uuid not null references wallet.attestations on delete cascade,
    holder_key jsonb not null,
    sealed_key bytea not null,
    sealed_credential bytea not null,
    shown_to text,
    shown_at timestamptz,
    -- the request it was last taken for, so that an interrupted answer goes out with the same copy
    request uuid,
    check ((shown_to is null) = (shown_at is null))
);

create index copies_of_an_attestation on wallet.copies (attestation, shown_to);

create table wallet.offers (
    id uuid primary key,
    person uuid not null,
    -- SHA-256 of issuer and code: the same offer opened twice is one row
    digest bytea not null,
    issuer text not null,
    -- offer and metadata as they were read; gone when nothing is left to do with them
    sealed_contents bytea,
    -- access token and its DPoP key, so that an interrupted issuance goes on
    sealed_grant bytea,
    state text not null check (state in ('open', 'receiving', 'received', 'refused', 'failed')),
    attempt uuid,
    attempt_at timestamptz,
    failed_step text,
    failure text,
    opened_at timestamptz not null,
    unique (person, digest)
);

create index offers_by_age on wallet.offers (opened_at);

create table wallet.requests (
    id uuid primary key,
    person uuid not null,
    -- SHA-256 of verifier and nonce: the same request opened twice is one row
    digest bytea not null,
    verifier jsonb not null,
    -- the request object as it was fetched; gone when nothing is left to do with it
    sealed_contents bytea,
    state text not null check (state in ('open', 'answering', 'answered', 'declined', 'failed')),
    attempt uuid,
    attempt_at timestamptz,
    -- where the verifier leads the holder back to
    sealed_next bytea,
    failure text,
    opened_at timestamptz not null,
    unique (person, digest)
);

create index requests_by_age on wallet.requests (opened_at);

-- What was shown to whom: the holder's own history. Written before anything leaves; outlives the attestation.
create table wallet.showings (
    person uuid not null,
    request uuid not null,
    attestation uuid not null,
    issuer text not null,
    type text not null,
    labels jsonb not null,
    -- who saw it and what for, in the verifier's own words
    verifier jsonb not null,
    reason jsonb not null,
    -- paths of claims, never their values
    claims jsonb not null,
    shown_at timestamptz not null,
    result text not null check (result in ('sent', 'accepted', 'rejected')),
    primary key (request, attestation)
);

create index showings_of_a_person on wallet.showings (person, shown_at desc);

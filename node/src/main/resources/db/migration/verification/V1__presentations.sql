-- What is asked of wallets. A row lives until its request or its result expires; claim values are sealed and leave with
-- whoever collects them.
create table verification.presentations (
    organisation       text        not null,
    id                 text        not null,
    proof              text        not null,
    state              text        not null check (state in ('asked', 'accepted', 'collected', 'refused', 'declined')),
    purpose            text        not null,
    -- the claims of the request object
    request            jsonb       not null,
    -- the private key that the answer is encrypted to; erased with the answer
    key_sealed         bytea,
    starter_hash       bytea       not null,
    code               text        not null,
    -- where the wallet sends the holder's browser, and where that goes on to
    redirect_uri       text        not null,
    back               text        not null,
    response_code_hash bytea,
    -- the holder's own browser brought the answer back, or the holder compared the codes
    released           boolean     not null default false,
    claims_sealed      bytea,
    expires_at         timestamptz not null,
    primary key (organisation, id)
);

create index presentations_by_end on verification.presentations (expires_at);

-- How each ended and why, without a claim value.
create table verification.proofs (
    id              text        not null primary key,
    organisation    text        not null,
    purpose         jsonb       not null,
    credential_type text        not null,
    claims          jsonb       not null,
    state           text        not null check (state in ('asked', 'accepted', 'refused', 'declined')),
    issuer          text,
    entente         text,
    entente_title   jsonb,
    document_hash   text,
    clause          text,
    retention_days  integer,
    path            jsonb       not null,
    changed_at      timestamptz not null
);

create index proofs_by_change on verification.proofs (changed_at);

-- One row per case: only what the service needs, sealed, gone when the clause's retention ends.
create table services.cases (
    service       text        not null,
    reference     text        not null,
    -- one presentation opens one case
    presentation  text        not null unique,
    browser_hash  bytea       not null,
    -- a MAC of issuer and pairwise pseudonym: the same person in this sector, nobody elsewhere
    person        bytea       not null,
    claims_sealed bytea       not null,
    issuer        text        not null,
    entente       text        not null,
    entente_title jsonb       not null,
    clause        text        not null,
    proof         text        not null,
    opened_at     timestamptz not null,
    delete_after  timestamptz not null,
    primary key (service, reference)
);

create index cases_by_person on services.cases (service, person, opened_at);
create index cases_by_end on services.cases (delete_after);

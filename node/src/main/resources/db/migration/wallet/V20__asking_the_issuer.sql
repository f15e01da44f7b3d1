-- While the holder is with the issuer to allow it (authorization code): what is needed to hear the answer, sealed, and the
-- digest of the state by which the answer is known. Whoever hears it takes the digest away: one answer, once.
alter table wallet.offers drop constraint offers_state_check;
alter table wallet.offers
    add constraint offers_state_check
        check (state in ('open', 'asking', 'receiving', 'received', 'refused', 'failed')),
    add column answer_state bytea unique,
    add column sealed_asking bytea;

-- Permissions to renew what was received, on a schedule that is set at issuance: refresh token and key, sealed. One permission
-- may be for several attestations. due_at moves on before each attempt, so that one that breaks off comes up again.
create table wallet.renewals (
    id uuid primary key,
    sealed_contents bytea not null,
    sealed_grant bytea not null,
    due_at timestamptz not null
);

create index renewals_by_date on wallet.renewals (due_at);

create table wallet.renewed (
    attestation uuid primary key references wallet.attestations on delete cascade,
    renewal uuid not null references wallet.renewals on delete cascade,
    configuration text not null
);

create index renewed_by_renewal on wallet.renewed (renewal);

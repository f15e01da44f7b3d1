-- What issuers are still to be told of batches that they handed out: where, under which name and by which permission, sealed.
-- Kept until the issuer has heard it or the permission is over.
create table wallet.notifications (
    id uuid primary key,
    -- what came of the batch, if anything is kept of it
    attestation uuid references wallet.attestations on delete set null,
    event text not null,
    sealed_address bytea not null,
    sealed_grant bytea not null,
    due_at timestamptz not null,
    tries integer not null default 0,
    ends_at timestamptz not null
);

create index notifications_by_date on wallet.notifications (due_at);
create index notifications_of_an_attestation on wallet.notifications (attestation);

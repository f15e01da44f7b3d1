-- why: a list of trusted issuers is signed once for all readers, and bears a number that never goes back (ETSI TS 119 602 §6.3.2)
create table agreements.trust_lists (
    entente  text        primary key,
    sequence integer     not null,
    content  bytea       not null,
    document text        not null,
    renew_at timestamptz not null
);

-- Messages that were refused: what a leaf of the journal commits to. At most so many of a sender in an hour.
create table frontier.blocked (
    id     bigint      generated always as identity primary key,
    at     timestamptz not null,
    peer   text        not null,
    type   text        not null,
    reason text        not null,
    sha256 text        not null,
    leaf   uuid        not null unique,
    salt   bytea       not null
);

-- why: a service level promises availability and answers to incidents, and nobody noted where a party fell short. Each with the
-- leaf by which it began and, once it is over, the one by which it ended. subject: the clause's number, or the suspension's name.
create table agreements.shortfalls (
    number bigint generated always as identity primary key,
    name text not null references agreements.ententes,
    party text not null,
    kind text not null,
    subject text not null,
    began_at timestamptz not null,
    leaf uuid not null,
    salt bytea not null,
    ended_at timestamptz,
    ended_leaf uuid,
    ended_salt bytea
);
create unique index on agreements.shortfalls (name, party, kind, subject) where ended_at is null;
create index on agreements.shortfalls (name, number);

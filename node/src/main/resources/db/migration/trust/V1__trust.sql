-- why: whom this node knows and by which keys, what it publishes itself, and on a directory who the members are

create table trust.introductions (
    entity        text        primary key,
    statement     text        not null,
    introduced_at timestamptz not null
);

create table trust.pins (
    entity    text        primary key,
    keys      text        not null,
    pinned_at timestamptz not null
);

-- our signed statements: signed once and published as the same bytes by every process until they are renewed
create table trust.statements (
    issuer    text        not null,
    subject   text        not null,
    statement text        not null,
    content   bytea       not null,
    renew_at  timestamptz not null,
    primary key (issuer, subject)
);

create table trust.members (
    entity      text        primary key,
    statement   text        not null,
    enrolled_at timestamptz not null,
    enrolled_by text        not null
);

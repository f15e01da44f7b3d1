-- why: messages are kept until their recipient has taken them, taken once, and everything that crossed can be listed

create table frontier.outbox (
    id         bigint      generated always as identity primary key,
    recipient  text        not null,
    jti        uuid        not null unique,
    type       text        not null,
    message    text        not null,
    expires_at timestamptz not null,
    state      text        not null default 'waiting' check (state in ('waiting', 'delivered', 'refused', 'expired')),
    attempts   integer     not null default 0,
    receipt    text,
    refusal    text
);
create index on frontier.outbox (recipient, id) where state = 'waiting';

-- one lane per recipient keeps the order; not_before is the end of a lease, or of a pause after a failure
create table frontier.lanes (
    recipient  text        primary key,
    not_before timestamptz not null,
    failures   integer     not null default 0,
    holder     uuid
);

create table frontier.inbox (
    sender      text        not null,
    jti         uuid        not null,
    type        text        not null,
    sha256      text        not null,
    received_at timestamptz not null,
    receipt     text        not null,
    primary key (sender, jti)
);

create table frontier.mirror (
    address      text        primary key,
    content_type text        not null,
    body         bytea       not null,
    sha256       text        not null,
    etag         text        not null,
    fetched_at   timestamptz not null
);

-- what was published last at each of our public addresses, so that a change is recorded once
create table frontier.published (
    address text primary key,
    sha256  text not null
);

create table frontier.crossings (
    id        bigint      generated always as identity primary key,
    at        timestamptz not null,
    direction text        not null check (direction in ('in', 'out')),
    peer      text        not null,
    kind      text        not null check (kind in ('message', 'document')),
    type      text        not null,
    address   text        not null,
    bytes     integer     not null,
    sha256    text        not null,
    leaf      uuid        not null,
    salt      bytea       not null
);

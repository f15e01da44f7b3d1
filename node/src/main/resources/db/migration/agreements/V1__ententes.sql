-- The ententes that this node holds: documents, signatures, transitions, and the acts that wait to be ordered.

-- One row. Whoever changes anything in this room locks it and raises the version, so that changes follow one another in
-- every process, and a reader knows from one number whether what it has read before still holds.
create table agreements.ledger (
    only_row boolean primary key default true check (only_row),
    version bigint not null
);

insert into agreements.ledger (version) values (1);

create table agreements.ententes (
    name text primary key,
    url text not null unique,
    document bytea not null,
    document_hash text not null,
    part text not null check (part in ('proposed', 'approved', 'signed', 'acceding')),
    held_since timestamptz not null
);

create table agreements.signatures (
    name text not null references agreements.ententes,
    party text not null,
    signature text not null,
    received_at timestamptz not null,
    primary key (name, party)
);

create table agreements.transitions (
    name text not null references agreements.ententes,
    number integer not null,
    jws text not null,
    recorded_at timestamptz not null,
    leaf uuid not null,
    salt bytea not null,
    primary key (name, number)
);

-- party: the key of the government that acts; bearer: the node that brought the act, none when it came in a transition;
-- counted: whether it counts among those that a party may do in a day
create table agreements.acts (
    name text not null references agreements.ententes,
    id text not null,
    party text not null,
    bearer text,
    counted boolean not null,
    jws text not null,
    received_at timestamptz not null,
    ordered_in integer,
    primary key (name, id)
);
create index on agreements.acts (name, party, received_at);

-- Of which members this node knows that they are whom the document or their act of accession states: it has compared the
-- keys with those that they publish, and pinned them. Nothing of a member is recognised here before.
create table agreements.confirmations (
    name text not null references agreements.ententes,
    party text not null,
    instrument text not null,
    confirmed_at timestamptz not null,
    primary key (name, party, instrument)
);

-- Where each other party says that it stands.
create table agreements.standings (
    name text not null references agreements.ententes,
    party text not null,
    number integer not null,
    head text not null,
    said_at timestamptz not null,
    primary key (name, party)
);

-- What this government did and heard before an entente came into force; afterwards its transitions tell.
create table agreements.events (
    name text not null references agreements.ententes,
    what text not null check (what in ('proposed', 'approved', 'signed')),
    party text not null,
    happened_at timestamptz not null,
    leaf uuid not null,
    salt bytea not null,
    primary key (name, what, party)
);

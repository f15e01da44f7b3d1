-- why: trust marks and the set of former keys are signed once, and are the same bytes for every reader and from every process
create table trust.signed (
    name     text        primary key,
    content  bytea       not null,
    document text        not null,
    renew_at timestamptz not null
);

-- why: what a directory says against what is pinned, or a chain that does not hold, is journalled once and not with every look
create table trust.findings (
    entity   text        not null,
    reason   text        not null,
    evidence bytea       not null,
    found_at timestamptz not null,
    primary key (entity, reason, evidence)
);

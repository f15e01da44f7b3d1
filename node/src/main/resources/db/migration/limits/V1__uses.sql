-- why: what is limited is counted once for all processes, under keyed digests, and forgotten when its period ends

create table limits.uses (
    key          bytea       not null,
    period_start timestamptz not null,
    -- how often; counted to one beyond the allowance
    used         integer     not null,
    expires_at   timestamptz not null,
    primary key (key, period_start)
);
create index on limits.uses (expires_at);

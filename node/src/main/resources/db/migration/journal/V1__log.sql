-- why: an append-only log that several processes write and one at a time orders; triggers keep even us from rewriting it

create table journal.leaves (
    id         uuid        primary key,
    stream     text        not null,
    type       text        not null,
    hour       timestamptz not null,
    commitment bytea       not null check (octet_length(commitment) = 32)
);

-- what was recorded and has no place in the tree yet; the only table of this room from which rows go
create table journal.waiting (
    leaf    uuid   primary key,
    arrived bigint generated always as identity
);
create index on journal.waiting (arrived);

create table journal.places (
    position bigint primary key,
    leaf     uuid   not null unique references journal.leaves (id)
);

-- hashes of complete subtrees: they never change, and roots and proofs are made of them
create table journal.subtrees (
    level smallint not null,
    index bigint   not null,
    hash  bytea    not null check (octet_length(hash) = 32),
    primary key (level, index)
);

create table journal.checkpoints (
    size      bigint      primary key,
    note      text        not null,
    signed_at timestamptz not null
);

create function journal.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'nothing is deleted from the journal and nothing in it is changed';
end
$$;

create trigger append_only before update or delete or truncate on journal.leaves
    for each statement execute function journal.refuse();
create trigger append_only before update or delete or truncate on journal.places
    for each statement execute function journal.refuse();
create trigger append_only before update or delete or truncate on journal.subtrees
    for each statement execute function journal.refuse();
create trigger append_only before update or delete or truncate on journal.checkpoints
    for each statement execute function journal.refuse();

-- why: the next key is announced under the present one before anything is signed with it, and the one before is believed until
-- everybody has been told. Its private half is kept as long as a text on some table names no other key of ours.
create table keys.next (
    name       text                     primary key,
    sealed     bytea                    not null,
    certificate bytea                   not null,
    created_at timestamp with time zone not null
);
alter table keys.former
    add column sealed bytea,
    add column believed boolean not null default false;

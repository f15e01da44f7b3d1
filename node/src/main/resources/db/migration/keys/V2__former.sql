-- why: what a key signed in its time can still be verified after another took its place; the private half is gone
create table keys.former (
    name        text                     not null,
    certificate bytea                    not null,
    used_from   timestamp with time zone not null,
    used_until  timestamp with time zone not null,
    primary key (name, used_from)
);

-- The last transition of ours that each party has shown to hold too.
create table agreements.common_ground (
    name text not null,
    party text not null,
    number integer not null,
    primary key (name, party)
);

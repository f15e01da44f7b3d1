-- why: a statement of what crossed is signed for each day, once; an auditor finds the crossing of a leaf

create table frontier.statements (
    day       date  primary key,
    statement text  not null,
    leaf      uuid  not null,
    salt      bytea not null
);

create index on frontier.crossings (leaf);
create index on frontier.crossings (at);

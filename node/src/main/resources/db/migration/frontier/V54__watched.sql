-- why: an entente may promise how available its parties are, and nobody measured it. Of each publisher, for each day (UTC): for
-- how long this node asked it for what it mirrors, and for how much of that nothing came back, in milliseconds.
create table frontier.watched (
    publisher text not null,
    day date not null,
    watched bigint not null,
    missed bigint not null,
    primary key (publisher, day)
);

-- why: a message of a sender that is not known any more is journalled only where the key that it had signed it
create table frontier.senders (
    entity text primary key,
    key    text not null
);

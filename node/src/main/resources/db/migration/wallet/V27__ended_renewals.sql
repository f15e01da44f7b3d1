-- How often a renewal was begun since the last that succeeded: the first attempts follow each other soon, later ones daily.
-- One that its issuer refused has ended; it stays, without its permission, for as long as its holder is told of it.
alter table wallet.renewals
    add column tries integer not null default 0,
    add column ended boolean not null default false;

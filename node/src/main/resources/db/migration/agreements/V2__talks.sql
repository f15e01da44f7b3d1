-- How governments come to one text before they sign: the texts, the signed moves about them, each government's own approval.

-- Every text that is known of an entente: of the versions that are or were in force, and of those that are talked about.
create table agreements.documents (
    name text not null references agreements.ententes,
    hash text not null,
    document bytea not null,
    primary key (name, hash)
);

insert into agreements.documents (name, hash, document)
select name, document_hash, document from agreements.ententes;

-- opened_by: the node whose proposal it was; none when we opened it or joined. tells, tell_after: how often we have told the
-- other parties which moves we know since the last one came, and when we tell them next.
alter table agreements.ententes
    drop column document,
    add column opened_by text,
    add column tells integer not null default 0,
    add column tell_after timestamptz;

-- In the order in which they came: each after those that it names.
create table agreements.moves (
    name text not null references agreements.ententes,
    hash text not null,
    place bigint generated always as identity,
    version integer not null,
    jws text not null,
    received_at timestamptz not null,
    leaf uuid not null,
    salt bytea not null,
    primary key (name, hash)
);

-- A signature is over one text.
alter table agreements.signatures add column document text;
update agreements.signatures s set document = e.document_hash from agreements.ententes e where e.name = s.name;
alter table agreements.signatures
    alter column document set not null,
    drop constraint signatures_pkey,
    add primary key (name, document, party);

-- The steps of our own approval of a text, and who took them: an officer or a script of this government.
create table agreements.approvals (
    name text not null references agreements.ententes,
    document text not null,
    step integer not null,
    officer text not null,
    approved_at timestamptz not null,
    leaf uuid not null,
    salt bytea not null,
    primary key (name, document, step)
);

-- What a party says of itself in its record: that it does not hold what the depositary publishes.
alter table agreements.standings add column astray boolean not null default false;

-- why: what binds or unbinds this government takes two of its officers: the first one's word waits here until another says the
-- same. Beside it stands who confirmed it, so that the government can tell by whom it was bound.
create table agreements.decisions (
    id uuid primary key,
    kind text not null,
    subject text not null,
    content text not null,
    asked_by text not null,
    asked_at timestamptz not null,
    confirmed_by text,
    confirmed_at timestamptz
);
create unique index decisions_waiting on agreements.decisions (kind, subject) where confirmed_at is null;

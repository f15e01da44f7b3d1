-- Persons by the address they sign in with, and the mails that still have to leave.
create table people.persons (
    id uuid primary key,
    email_key text not null unique,
    email text not null,
    language text not null check (language in ('fr', 'en')),
    created_at timestamptz not null
);

create table people.mails (
    id uuid primary key,
    recipient text not null,
    language text not null check (language in ('fr', 'en')),
    subject_fr text not null,
    subject_en text not null,
    body_fr text not null,
    body_en text not null,
    attempts integer not null default 0,
    next_attempt_at timestamptz not null
);

create index mails_due on people.mails (next_attempt_at);

-- why: a government must be able to tell by whom a text was signed, a party suspended, a depositary replaced. officer: whose word
-- it took last; asked_by: who asked for it first, where it takes two. It is for this government alone. Of what was done before
-- only the approvals named their officer.
create table agreements.deeds (
    number bigint generated always as identity primary key,
    name text not null references agreements.ententes,
    kind text not null,
    subject text not null,
    officer text not null,
    asked_by text,
    done_at timestamptz not null,
    leaf uuid not null,
    salt bytea not null
);
create index on agreements.deeds (name, number);
insert into agreements.deeds (name, kind, subject, officer, done_at, leaf, salt)
select name, 'approved', document, officer, approved_at, leaf, salt from agreements.approvals order by approved_at, step;

-- why: a later version is proposed, answered, approved and signed as the first one was, and what a party did about one text is
-- not what it did about another. The text is unknown ('') where several were on the table before it was kept.
alter table agreements.events
    add column version integer not null default 1,
    add column document text not null default '';
update agreements.events e set document = d.hash from agreements.documents d
    where d.name = e.name and 1 = (select count(*) from agreements.documents o where o.name = e.name);
alter table agreements.events
    alter column version drop default,
    alter column document drop default,
    drop constraint events_pkey,
    add primary key (name, version, document, what, party),
    drop constraint events_what_check,
    add check (what in ('proposed', 'countered', 'approved', 'signed'));

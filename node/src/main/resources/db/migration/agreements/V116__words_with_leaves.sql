-- why: each word of an officer has its leaf of the journal, with which the government proves by whom it was bound. A request to
-- join that waits names the text that was read from now on: what waited without one is asked for anew.
delete from agreements.decisions where kind = 'join' and confirmed_at is null;
alter table agreements.decisions
    add column asked_leaf uuid,
    add column asked_salt bytea,
    add column confirmed_leaf uuid,
    add column confirmed_salt bytea;

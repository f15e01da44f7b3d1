-- A step counts towards the path of which it was a step, and towards no other that takes its place. Of those taken before,
-- nobody knows which path that was: they stay on record, and a text that waits is approved anew.
alter table agreements.approvals
    add column path text not null default '',
    drop constraint approvals_pkey,
    add primary key (name, document, path, step);
alter table agreements.approvals alter column path drop default;

-- Each government chooses the ids of its acts for itself: another's act of the same id is another act.
alter table agreements.acts
    drop constraint acts_pkey,
    add primary key (name, party, id);

-- why: what was read in a change that was then undone must not pass for what the next change leaves: no number comes twice
create sequence agreements.changes;
select setval('agreements.changes', version) from agreements.ledger;

-- The key of a long name is longer than a row of a btree may be (a third of a page). Keys are only ever compared for equality.
drop index names.keys_key;
create index keys_key on names.keys using hash (key);

-- Since when a batch is awaited: one that its wallet has says of those before it that they were lost, and nothing of later ones.
alter table issuance.families add column awaited_since timestamptz;
update issuance.families set awaited_since = issued_on where awaited is not null;

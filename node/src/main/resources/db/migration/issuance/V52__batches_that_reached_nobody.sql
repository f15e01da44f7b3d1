-- Until its wallet has said what became of it, a batch has a MAC of record, type and the wallet's key in common with the others
-- that this wallet asked for. ends_at: when it is revoked unless the wallet says before that it has it.
alter table issuance.families
    add column awaited bytea,
    add column ends_at timestamptz,
    add column revoked_for text check (revoked_for in ('asked', 'not-kept', 'record-ended'));
create index families_awaited on issuance.families (organisation, awaited) where awaited is not null;
create index families_awaited_by_age on issuance.families (issued_on) where awaited is not null;
create index families_by_early_end on issuance.families (organisation, ends_at) where ends_at is not null;

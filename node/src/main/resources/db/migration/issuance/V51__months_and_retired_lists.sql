-- A family's handle is the MAC of record, type, month of issuance and ordinal within the month.
create index families_by_end on issuance.families (expires_on);

-- A list to which no credential points any more that holds is retired: it has no token and no statuses, and its number is
-- given to no other list.
alter table issuance.status_lists add column retired_at timestamptz;

-- Until when a request can be answered: what still can, no other link pushes out.
alter table wallet.requests add column ends_at timestamptz;
update wallet.requests set ends_at = opened_at + interval '24 hours';
alter table wallet.requests alter column ends_at set not null;

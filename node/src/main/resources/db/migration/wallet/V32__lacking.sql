-- How often in a row some of what a permission renews was not to be had while the rest was.
alter table wallet.renewals add column lacking integer not null default 0;

-- A MAC of the host that is to be told, so that one that is slow is passed over while it is waited for.
alter table wallet.notifications add column host text not null default '';

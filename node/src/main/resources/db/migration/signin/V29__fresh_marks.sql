-- A browser gets a fresh mark whenever it is used for the account, and is still the same browser.
alter table signin.devices add column browser bytea;
update signin.devices set browser = device_mac;
alter table signin.devices alter column browser set not null;
create unique index devices_by_browser on signin.devices (browser);

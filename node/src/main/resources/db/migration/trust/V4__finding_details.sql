-- why: the leaf commits to what was found; whoever opens it reads here why a chain was refused, not a digest of it
alter table trust.findings add column detail text not null default '';

-- why: a statement that changes keys may be given late by somebody in between; it then undoes none that was made after it
alter table trust.pins add column stated_at timestamptz;

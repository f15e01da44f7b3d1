-- When the last refresh token was given out for the one before: whoever lost that answer may ask once more, for a while.
alter table signin.authorizations add column rotated_at timestamptz;

-- A passkey that an account had before it was recovered signs in again only once its owner has confirmed it.
alter table signin.passkeys add column suspended_at timestamptz;

-- From when on the issuer says that it would issue what it does not for now.
alter table wallet.offers add column again_at timestamptz;

-- The latest DPoP nonce of each server (RFC 9449 §8.2), for all holders together, so that it tells none of them from another.
create table wallet.server_nonces (
    server  text primary key,
    nonce   text not null,
    at      timestamptz not null
);
create index on wallet.server_nonces (at);

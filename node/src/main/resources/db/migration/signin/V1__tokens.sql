-- Access tokens that hold, and the proofs of possession that were used. Secrets are stored as digests only.
create table signin.access_tokens (
    token_hash bytea primary key,
    subject text not null,
    client_id text not null,
    scopes text[] not null,
    details jsonb not null,
    thumbprint text not null,
    expires_at timestamptz not null
);

create index access_tokens_expiry on signin.access_tokens (expires_at);

create table signin.spent_proofs (
    thumbprint text not null,
    jti_hash bytea not null,
    expires_at timestamptz not null,
    primary key (thumbprint, jti_hash)
);

create index spent_proofs_expiry on signin.spent_proofs (expires_at);

-- Requests for a person's permission, from the push to the answer (RFC 9126). request_hash: digest of the request_uri.
create table signin.authorization_requests (
    id uuid primary key,
    request_hash bytea not null unique,
    client_id text not null,
    redirect_uri text not null,
    client_state text not null,
    code_challenge text not null,
    -- of the key to which the code will be bound (RFC 9449 §10), '' when the client named none
    thumbprint text not null,
    -- which permission, and what of it is asked for, in the words of the room that gives it
    permission text not null,
    asked jsonb not null,
    language text not null,
    -- until when the request_uri opens it
    pushed_until timestamptz not null,
    opened_at timestamptz,
    -- who signed in for it; from then on nobody else can
    person uuid,
    answered_at timestamptz,
    expires_at timestamptz not null
);

create index authorization_requests_expiry on signin.authorization_requests (expires_at);

-- What persons allowed. Before the code is redeemed it ends with the code; afterwards it holds until it expires or is
-- withdrawn, and with it every token that came of it.
create table signin.authorizations (
    id uuid primary key,
    person uuid not null,
    client_id text not null,
    redirect_uri text not null,
    code_hash bytea not null unique,
    code_challenge text not null,
    code_used boolean not null default false,
    code_expires_at timestamptz not null,
    thumbprint text not null,
    permission text not null,
    scopes text[] not null,
    details jsonb not null,
    response_members jsonb not null,
    -- counts the refresh tokens that were given out; only the last one counts
    generation integer not null default 0,
    allowed_at timestamptz not null,
    expires_at timestamptz not null
);

create index authorizations_expiry on signin.authorizations (expires_at);
create index authorizations_of_a_person on signin.authorizations (person, allowed_at);

alter table signin.access_tokens
    add column authorization_id uuid references signin.authorizations on delete cascade;

create index access_tokens_of_an_authorization on signin.access_tokens (authorization_id)
    where authorization_id is not null;

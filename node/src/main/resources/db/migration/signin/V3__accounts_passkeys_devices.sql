-- How each account may be entered, the passkeys and the questions put to them, and the browsers that are known again.
create table signin.accounts (
    person uuid primary key,
    user_handle bytea not null unique,
    mail_codes boolean not null default true,
    recovery_mac bytea,
    recovery_made_at timestamptz,
    check (num_nulls(recovery_mac, recovery_made_at) in (0, 2))
);

create table signin.passkeys (
    credential_id bytea primary key,
    id uuid not null unique,
    person uuid not null references signin.accounts,
    public_key bytea not null,
    signature_count bigint not null,
    transports text[] not null,
    backup_eligible boolean not null,
    backed_up boolean not null,
    name text not null,
    added_at timestamptz not null,
    last_used_at timestamptz
);

create index passkeys_of_a_person on signin.passkeys (person);

create table signin.challenges (
    challenge_hash bytea primary key,
    session uuid not null,
    purpose text not null check (purpose in ('SIGN_IN', 'CONFIRM', 'ADD')),
    expires_at timestamptz not null
);

create index challenges_expiry on signin.challenges (expires_at);

create table signin.devices (
    device_mac bytea primary key,
    person uuid not null,
    expires_at timestamptz not null
);

create index devices_expiry on signin.devices (expires_at);
create index devices_of_a_person on signin.devices (person);

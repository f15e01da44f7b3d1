-- Which file a register was read from last.
create table registers.imports (
    register text primary key,
    digest bytea not null default '',
    rows integer not null default 0,
    imported_at timestamptz
);

-- Personal data: what a register says of a person. letter_code is a digest.
create table registers.records (
    register text not null,
    number text not null,
    birth_date date not null,
    letter_code bytea not null,
    claims jsonb not null,
    imported_at timestamptz not null,
    primary key (register, number)
);

-- One account per record, one record per account and register.
create table registers.matches (
    register text not null,
    number text not null,
    person uuid not null,
    matched_at timestamptz not null,
    primary key (register, number),
    unique (register, person)
);

-- Tries per account, record and network address, each under a digest.
create table registers.attempts (
    subject bytea primary key,
    started_at timestamptz not null,
    tries integer not null
);
create index attempts_started_at on registers.attempts (started_at);

-- Personal data: all names of a person as one document, a row for each change, so that a change can be undone. Rows before the
-- latest are removed after a while.
create table names.files (
    person uuid not null,
    version integer not null,
    change text not null,
    file jsonb not null,
    changed_at timestamptz not null,
    primary key (person, version)
);
create index files_changed_at on names.files (changed_at);

-- A name on its way into a file; removed when it has arrived, or after some days.
create table names.drafts (
    id uuid primary key,
    person uuid not null,
    draft jsonb not null,
    changed_at timestamptz not null
);
create index drafts_person on names.drafts (person);
create index drafts_changed_at on names.drafts (changed_at);

-- By what names are found: keys are compared code point for code point, and only with keys of the same version. Neither
-- ceremonial nor former names have any.
create table names.keys (
    person uuid not null,
    name uuid not null,
    version text collate "C" not null,
    level text collate "C" not null check (level in ('identity', 'form', 'search')),
    key text collate "C" not null
);
create index keys_key on names.keys (key, version);
create index keys_person on names.keys (person);

-- Recordings of how a name is said, apart from the names.
create table names.recordings (
    person uuid not null,
    digest bytea not null,
    media_type text not null,
    sound bytea not null,
    recorded_at timestamptz not null,
    primary key (person, digest)
);

-- Who read a person's former names, when and why; the person reads it.
create table names.looks (
    id uuid primary key,
    person uuid not null,
    officer uuid not null,
    reason text not null,
    looked_at timestamptz not null
);
create index looks_person on names.looks (person);

-- What officers write and have put on no table: for this government alone. entente and predecessor: the entente and the text
-- of it that the draft would answer or replace; none when it begins a new one. edition rises with each change, so that of two
-- officers who write at once neither undoes what the other wrote.
create table agreements.drafts (
    id uuid primary key,
    edition integer not null,
    draft bytea not null,
    entente text,
    predecessor text,
    changed_at timestamptz not null,
    check ((entente is null) = (predecessor is null))
);

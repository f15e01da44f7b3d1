-- A path in which nothing failed says what documents say, and nothing of whoever asked or showed: thousands of
-- presentations share one, which is kept once, under the SHA-256 of its JSON. Such paths stay; there are few of them.
create table verification.paths (
    hash bytea primary key check (octet_length(hash) = 32),
    path jsonb not null
);

alter table verification.proofs
    alter column path drop not null,
    add column common_path bytea,
    add constraint one_path check (num_nonnulls(path, common_path) = 1);

-- why: every process of the node signs with the same keys; private halves are sealed under the node's secret
create table keys.keys (
    name         text                     primary key,
    sealed       bytea                    not null,
    certificate  bytea                    not null,
    created_at   timestamp with time zone not null,
    retire_after timestamp with time zone not null
);

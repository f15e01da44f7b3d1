-- How often which shape of request was made: what a simulation is tried on. No value, no moment, nobody.
create table verification.request_shapes (
    organisation    text     not null,
    purpose         text     not null,
    credential_type text     not null,
    -- the paths of the claims, as sorted JSON
    claims          text     not null,
    -- rows of one shape, so that two requests seldom wait for the same one
    slot            smallint not null,
    count           bigint   not null check (count > 0),
    primary key (organisation, purpose, credential_type, claims, slot)
);

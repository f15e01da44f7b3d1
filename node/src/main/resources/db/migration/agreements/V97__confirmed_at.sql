-- Until when this node has heard that an entente stands as it holds it: beyond what a clause allows, nothing is accepted.
alter table agreements.ententes add column confirmed_at timestamptz;

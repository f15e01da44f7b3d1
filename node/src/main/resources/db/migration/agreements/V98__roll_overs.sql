-- why: one officer asks that the federation key be replaced and another confirms; from then on the node goes from step to step
-- by itself, however often it stops between two. told_at: when the parties were last told, so that they are told again.
create table agreements.roll_overs (
    id uuid primary key,
    asked_by text not null,
    asked_at timestamptz not null,
    confirmed_by text,
    confirmed_at timestamptz,
    told_at timestamptz,
    ended_at timestamptz
);
create unique index roll_overs_under_way on agreements.roll_overs ((true)) where ended_at is null;

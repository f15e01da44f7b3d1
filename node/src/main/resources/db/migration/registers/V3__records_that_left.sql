-- Records that a later import did not contain, until what was made from them has been dealt with. number is a personal datum.
create table registers.departures (
    register text not null,
    number text not null,
    left_at timestamptz not null,
    primary key (register, number)
);
create index departures_by_date on registers.departures (left_at);

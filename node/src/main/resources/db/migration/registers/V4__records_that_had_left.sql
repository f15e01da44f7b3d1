-- Until now a record that left took nothing with it. What somebody held then and no register has any more has left today.
insert into registers.departures (register, number, left_at)
select held.register, held.number, now()
from registers.matches held
where not exists (
    select from registers.records here where here.register = held.register and here.number = held.number)
on conflict (register, number) do nothing;

-- Tickets are numbered without gaps, but for those that were deleted long ago.
select number from (
    select number, number - lag(number) over (order by number) as step from support.ticket) numbered
where step <> 1 and not exists (select from support.ticket where deleted_at is not null)

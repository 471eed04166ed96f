-- No thing is on two hosts at once.
select kind, id, array_agg(host_id) as hosts from observed_thing
where state <> 'ABSENT' group by kind, id having count(*) > 1

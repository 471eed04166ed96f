-- What a host counted of a port that is there was counted for its tenant, in a month.
select p.id, p.instance_id, o.host_id, o.received_bytes, o.sent_bytes, c.received, c.sent
from observed_thing o
join network.port p on p.id = o.id and p.compute_machine_id = o.host_id and p.deleted_at is null
left join lateral (
    select max(k.received_bytes) as received, max(k.sent_bytes) as sent
    from network.traffic_counter k join network.traffic t on t.port_id = k.port_id and t.month = k.month
    where k.port_id = o.id and k.compute_machine_id = o.host_id and k.counted_since = o.counted_since) c on true
where o.kind = 'PORT' and (coalesce(c.received, 0) < o.received_bytes or coalesce(c.sent, 0) < o.sent_bytes)

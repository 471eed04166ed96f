-- An open hold of a meter is the one that the meter knows.
select h.id, h.subject, m.hold_id
from billing.hold h left join billing.meter m on m.hold_id = h.id
where h.status = 'OPEN' and h.subject ~ '^(instance|disk|snapshot|backup|image)/' and m.id is null and h.created_at < now() - interval '5 minutes'
union all
select h.id, h.subject, m.hold_id
from billing.meter m join billing.hold h on h.id = m.hold_id
where h.status <> 'OPEN' and m.updated_at < now() - interval '5 minutes'

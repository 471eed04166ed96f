-- Each tenant has a wallet.
select t.id
from identity.tenant t left join billing.wallet w on w.tenant_id = t.id
where w.id is null and t.status not in ('DELETING', 'DELETED') and t.created_at < now() - interval '5 minutes'

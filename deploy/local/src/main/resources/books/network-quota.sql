-- The addresses that count for a tenant, a group or a user are those that it holds.
select q.id, q.level, q.held, (select count(*) from network.ip_address a where q.id = any (a.quota_holders)) as counted
from network.quota_holder q
where q.held <> (select count(*) from network.ip_address a where q.id = any (a.quota_holders))

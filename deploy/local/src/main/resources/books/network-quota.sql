-- The addresses that count for a tenant, a group or a user are those that it holds, and those that are promised to it.
select q.id, q.level, q.held, counted.many as counted
from network.quota_holder q cross join lateral (
    select count(*) filter (where q.id = any (a.quota_holders)) + count(*) filter (where q.id = any (a.promised_holders)) as many
    from network.ip_address a where q.id = any (a.quota_holders) or q.id = any (a.promised_holders)) counted
where q.held <> counted.many

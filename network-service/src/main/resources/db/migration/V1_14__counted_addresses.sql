-- What counts in limits is looked for among the addresses that count, not among all that a tenant has.
set local lock_timeout = '5s';
create index ip_address_counted on ip_address (tenant_id) where quota_holders <> '{}';

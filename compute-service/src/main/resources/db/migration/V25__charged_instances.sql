-- What counts in limits is looked for among what is held, not among all that a tenant has had.
set local lock_timeout = '5s';
create index instance_charged on instance (tenant_id) where quota_scopes <> '{}';

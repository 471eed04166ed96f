-- How many versions a tenant has is counted whenever it makes one.
set local lock_timeout = '5s';
create index template_version_tenant on template_version (tenant_id) where tenant_id is not null;

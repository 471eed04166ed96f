-- The deletion of a tenant looks for its mail in every round.
create index mail_of_tenant on mail (tenant_id) where tenant_id is not null;

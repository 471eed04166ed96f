-- Digests stay for ever, and a tenant lists its own.
create index audit_digest_tenant on audit_digest (tenant_id, id);

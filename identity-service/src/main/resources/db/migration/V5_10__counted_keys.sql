-- The keys that count against a quota are counted whenever one is made; those that count no more stay for ever.
set local lock_timeout = '5s';
create index api_key_counted on api_key (tenant_id, expires_at) where is_active;

-- What operators did under an access grant is found by it. The normal form of such a call begins with the grant, so nothing needs to be
-- parsed: a cast to jsonb would fail for texts that JSON allows and PostgreSQL does not, and recording with it.
set local lock_timeout = '5s';
create index audit_entry_access_grant on audit_entry (substr(details, 23, 36), created_at)
    where starts_with(details, '{"accessGrant":{"id":"');

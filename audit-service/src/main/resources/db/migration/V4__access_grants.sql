-- What operators did under an access grant is found by it. Only the few entries that name one are in the index.
set local lock_timeout = '5s';
create index audit_entry_access_grant on audit_entry ((details::jsonb -> 'accessGrant' ->> 'id'), created_at)
    where strpos(details, '"accessGrant":') > 0;

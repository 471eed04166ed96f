-- No store has an upload that somebody has begun and neither finished nor called off, unless it is young or of what is received.
select u.store, u.name, u.id, u.size_bytes, u.changed_at as begun_at
from observed_store_upload u
where u.changed_at < now() - interval '5 minutes' and not exists (
    select from storage.stored_object o where o.id = u.id and o.status = 'RECEIVING' and o.file_server_id = u.store)

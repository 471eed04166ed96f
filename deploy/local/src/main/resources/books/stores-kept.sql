-- The store of each object has, whole, what storage says is stored, and of what is received as much as storage has written down.
select o.id, o.file_server_id as store, o.status, case o.status when 'STORED' then o.size_bytes else before.received_bytes end as size_bytes,
    s.size_bytes as kept, s.is_sealed,
    case when h.store is null then 'its store is not configured' when s.id is null then 'is not there' else 'is not whole' end as what
from storage.stored_object o
join observed_store_row before on before.id = o.id and before.status = o.status
left join observed_store h on h.store = o.file_server_id
left join lateral (
    select s.id, s.size_bytes, s.is_sealed from observed_store_object s where s.store = o.file_server_id and s.id = o.id
    order by s.is_sealed desc limit 1) s on true
where h.trouble is null and case o.status
    when 'STORED' then s.id is null or not s.is_sealed or s.size_bytes <> o.size_bytes
    when 'RECEIVING' then coalesce(s.size_bytes, 0) < before.received_bytes
    else false end

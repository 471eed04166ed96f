-- No store has an object that is nobody's or another store's, or half of one that it has whole; what came in the last minutes may be on its way,
-- and a store of hosts has copies of what other stores have.
select s.store, s.name, s.id, s.size_bytes, s.changed_at,
    case when o.id is null then 'is nobody''s' when not h.is_of_hosts and o.file_server_id <> s.store then 'belongs to ' || o.file_server_id
        else 'is left over beside the whole' end as what
from observed_store_object s
join observed_store h on h.store = s.store
left join storage.stored_object o on o.id = s.id
where s.changed_at < now() - interval '5 minutes'
    and case when o.id is null then not exists (select from observed_store_row before where before.id = s.id)
        when o.status = 'REMOVING' then false
        when o.file_server_id <> s.store then not h.is_of_hosts
        else o.status = 'STORED' and not s.is_sealed and exists (
            select from observed_store_object whole where whole.store = s.store and whole.id = s.id and whole.is_sealed) end

-- The store has what is stored, whole.
select o.id, o.size_bytes, s.size_bytes as kept, s.sealed
from storage.stored_object o left join storage.observed_object s on s.id = o.id
where o.status = 'STORED' and (s.id is null or not s.sealed or s.size_bytes <> o.size_bytes)
  and (o.updated_at < (select max(observed_at) from storage.observed_object) or not exists (select from storage.observed_object))

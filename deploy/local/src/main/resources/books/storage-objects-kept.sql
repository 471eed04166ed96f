-- The store has what is stored, whole: the last round that saw all of it found what was there when it began.
select o.id, o.size_bytes, s.size_bytes as kept, s.sealed
from storage.stored_object o left join storage.observed_object s on s.id = o.id
where o.status = 'STORED' and (s.id is null or not s.sealed or s.size_bytes <> o.size_bytes)
  and o.updated_at < (select max(completed_began_at) from storage.object_inventory)

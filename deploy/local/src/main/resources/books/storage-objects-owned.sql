-- The store has nothing that belongs to nobody.
select s.id, s.size_bytes, s.observed_at
from storage.observed_object s left join storage.stored_object o on o.id = s.id
where o.id is null

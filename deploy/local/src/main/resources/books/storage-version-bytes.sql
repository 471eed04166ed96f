-- Every version that can be used has bytes that are stored, and as many as it says.
select v.id, v.object_id, v.size_bytes, o.size_bytes as stored, o.status
from storage.image_version v left join storage.stored_object o on o.id = v.object_id
where v.status = 'AVAILABLE' and (o.id is null or o.status <> 'STORED' or o.size_bytes <> v.size_bytes)

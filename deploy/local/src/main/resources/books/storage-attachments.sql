-- No disk is attached to more instances than it may be, and none that is deleted to any.
select d.id, d.max_attachments, d.deleted_at, count(*) as attached
from storage.disk d join storage.disk_attachment a on a.disk_id = d.id and a.deleted_at is null
group by d.id, d.max_attachments, d.deleted_at
having count(*) > d.max_attachments or d.deleted_at is not null

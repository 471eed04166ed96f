-- Whether a disk has the bytes of an ISO: instances have it in their drive.
alter table disk add column is_iso boolean not null default false;

-- As what an instance has a disk, and whether it boots from what is in its drive. There is one drive.
alter table disk_attachment
    add column device text not null default 'DISK',
    add column boots_first boolean;
drop index disk_attachment_mount_path;
create unique index disk_attachment_mount_path on disk_attachment (instance_id, mount_path) where device = 'DISK' and deleted_at is null;
create unique index disk_attachment_drive on disk_attachment (instance_id) where device = 'CDROM' and deleted_at is null;

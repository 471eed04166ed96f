-- Asked for each fact of an instance, whatever is attached: each of the indexes by instance is of one kind of device.
create index disk_attachment_of_instance on disk_attachment (instance_id, id) where deleted_at is null;

-- What is made of a version, asked before it goes or is given away.
create index disk_image_version on disk (image_version_id) where image_version_id is not null and deleted_at is null;
create index known_instance_image_version on known_instance (image_version_id) where boot_disk_wanted;
create index image_version_object on image_version (object_id) where object_id is not null;

-- When the last disk that was made of a version has gone, asked for each version that nobody uses.
create index disk_image_version_past on disk (image_version_id, deleted_at)
    where image_version_id is not null and deleted_at is not null;

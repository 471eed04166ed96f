-- What a host says of the bytes that it has left with the store: the store is compared with it before anything is said to be there.
alter table backup add column exported_sha256 text;
alter table version_copy add column exported_sha256 text;
alter table moving_disk add column exported_sha256 text;

-- The same of the bytes of a version, until others are uploaded for it.
alter table image_version add column copied_sha256 text;

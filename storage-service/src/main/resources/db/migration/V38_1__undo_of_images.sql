-- Until when an image or a version that its owner deleted can be taken back; null unless it waits for that time. Its name and its number are free.
alter table image add column deletable_at timestamptz;
create index image_deletable on image (deletable_at) where deletable_at is not null;
drop index image_name;
create unique index image_name on image (tenant_id, lower(name)) nulls not distinct
    where deleted_at is null and deletable_at is null;

alter table image_version add column deletable_at timestamptz;
create index image_version_deletable on image_version (deletable_at) where deletable_at is not null;
drop index image_version_number;
create unique index image_version_number on image_version (image_id, version_number)
    where deleted_at is null and deletable_at is null;

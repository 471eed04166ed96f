-- What an image stands for where it is named without a version.
alter table image add column default_version_id uuid;
alter table image add column size_gb integer;
alter table image add column checksum_md5 text;
select set_config('skyholm.platform', 'on', true);
update image set default_version_id = v.id, size_gb = v.size_gb, checksum_md5 = v.checksum_md5
from image_version v where v.image_id = image.id and v.is_default;
select set_config('skyholm.platform', '', true);

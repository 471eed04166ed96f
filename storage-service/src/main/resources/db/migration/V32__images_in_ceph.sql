-- Where a disk is in Ceph, as its host reports it.
alter table disk add column rbd_pool text, add column rbd_image_name text;

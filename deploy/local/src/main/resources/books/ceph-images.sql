-- Each disk in Ceph has an image, each image there is a disk's or has the bytes of an image's version, and nothing is left half removed.
select o.hostname, o.name, 'has no image' as what
from observed_ceph o
where o.kind in ('disk', 'base') and not exists (
    select from observed_ceph i where i.hostname = o.hostname and i.kind = 'image-' || o.kind and i.id = o.id)
union all
select i.hostname, i.name, 'is left over'
from observed_ceph i
where i.kind = 'trash' or i.kind like '%strange'
   or i.kind in ('image-disk', 'image-base') and not exists (
    select from observed_ceph o where o.hostname = i.hostname and o.kind = substr(i.kind, 7) and o.id = i.id)

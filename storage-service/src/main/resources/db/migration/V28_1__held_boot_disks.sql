-- Whether compute has yet to hear that nothing is left of an instance's boot disk. Of those known so far it may: the next fact says it.
alter table known_instance add column boot_disk_held boolean not null default true;
alter table known_instance alter column boot_disk_held drop default;

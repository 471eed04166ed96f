-- Whether the disk that an instance boots from is to be encrypted, as compute has told.
alter table known_instance add column boot_disk_encrypted boolean not null default false;

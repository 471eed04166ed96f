-- Whether the disk that an instance boots from is to be encrypted where it lies.
alter table instance add column boot_disk_encrypted boolean not null default false;

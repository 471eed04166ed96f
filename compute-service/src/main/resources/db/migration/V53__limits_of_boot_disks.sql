-- How fast an instance may use the disk that it boots from; null for as fast as it can.
alter table instance
    add column boot_disk_max_iops integer,
    add column boot_disk_max_mib_per_second integer;

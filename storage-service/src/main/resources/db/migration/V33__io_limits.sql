-- How fast each instance that a disk is attached to may use it; null for as fast as it can.
alter table disk
    add column max_iops integer check (max_iops between 100 and 1000000),
    add column max_mib_per_second integer check (max_mib_per_second between 1 and 100000);

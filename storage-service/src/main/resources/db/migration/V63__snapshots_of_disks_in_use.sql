-- Whether an instance may have been writing to the disk of a snapshot. Until now none was made of such a disk.
alter table disk_snapshot add column consistency text not null default 'AT_REST' check (consistency in ('AT_REST', 'CRASH_CONSISTENT'));

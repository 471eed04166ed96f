-- Until when a disk that its owner deleted can be taken back; null unless it waits for that time.
alter table disk add column deletable_at timestamptz;
create index disk_deletable on disk (deletable_at) where deletable_at is not null;

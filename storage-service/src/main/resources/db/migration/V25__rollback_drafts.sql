-- What a disk has of its pool beside its size while it is rolled back: its host copies the snapshot beside it before it takes the disk's place.
-- One that is being rolled back already has claimed nothing, and gives nothing back.
alter table disk add column draft_gb integer not null default 0;

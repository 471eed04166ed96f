-- A rollback that is called off has been made all the same if its host gave the disk the bytes of a snapshot by what it was told with this
-- generation, or by a later word.
alter table disk add column rollback_generation bigint;
alter table disk add column restored_generation bigint not null default 0;
select set_config('skyholm.platform', 'on', true);
update disk set rollback_generation = desired_generation where rollback_snapshot_id is not null and not is_stale;
select set_config('skyholm.platform', '', true);

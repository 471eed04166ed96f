-- Which object store has the bytes. All that were received before are in the one store that there was, which is called so where nothing else is said.
alter table stored_object add column file_server_id text not null default 'default';
alter table stored_object alter column file_server_id drop default;

alter table image_version add column file_server_id text;
alter table image add column file_server_id text;
select set_config('skyholm.platform', 'on', true);
update image_version set file_server_id = 'default' where object_id is not null;
update image set file_server_id = 'default' where default_version_id is not null;

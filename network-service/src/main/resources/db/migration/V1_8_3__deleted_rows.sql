-- What was deleted goes in the end, and is found by when it was deleted.
create index place_deleted_at on place (deleted_at) where deleted_at is not null;
create index networking_config_deleted_at on networking_config (deleted_at) where deleted_at is not null;
create index security_group_deleted_at on security_group (deleted_at) where deleted_at is not null;

-- What was deleted goes in the end, and is found by when it was deleted.
create index ssh_key_deleted_at on ssh_key (deleted_at) where deleted_at is not null;
create index theme_deleted_at on theme (deleted_at) where deleted_at is not null;

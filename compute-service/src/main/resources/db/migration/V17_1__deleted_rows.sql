-- What was deleted goes in the end, and is found by when it was deleted.
create index stack_script_deleted_at on stack_script (deleted_at) where deleted_at is not null;
create index instance_set_deleted_at on instance_set (deleted_at) where deleted_at is not null;

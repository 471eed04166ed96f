-- Every aggregate counts its changes in the same columns. Who changed these is the platform unless a column says otherwise.
alter table virtual_machine add column created_by uuid, add column updated_by uuid;
alter table maintenance_notice add column created_by uuid, add column updated_by uuid;

-- How many a drain has moved away. Row level security keeps the machine, which is within the request, out of an index
-- condition; of moves that succeeded since a drain began there are few.
create index operation_moved on operation (created_at) where kind = 'MOVE' and status = 'SUCCEEDED';

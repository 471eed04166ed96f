-- How many a drain has moved away. Row level security keeps the machine, which is within the request, out of an index
-- condition; of moves that succeeded since a drain began there are few. In a file of its own, so that nothing else waits
-- while it is built.
create index operation_moved on operation (created_at) where kind = 'MOVE' and status = 'SUCCEEDED';

-- What every aggregate has. Nothing deletes an operation: its row goes when it has been kept long enough.
alter table operation add column updated_by uuid, add column deleted_at timestamptz;

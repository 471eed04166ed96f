-- What begins and ends has the columns that everything has. When an old row changed last is generated, since row level security
-- hides rows from an update of the table's owner; who changed it nobody wrote down.
alter table user_group_member rename column joined_at to created_at;
alter table user_group_member rename column added_by to created_by;
alter table user_group_member rename column removed_at to deleted_at;
alter table user_group_member
    add column updated_at timestamptz generated always as (coalesce(deleted_at, created_at)) stored,
    add column updated_by uuid;
alter table user_group_member alter column updated_at drop expression;

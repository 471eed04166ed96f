-- What begins and ends has the columns that everything has. When an old row changed last is generated, since row level security
-- hides rows from an update of the table's owner; who changed it nobody wrote down.
alter table user_group_member rename column joined_at to created_at;
alter table user_group_member rename column added_by to created_by;
alter table user_group_member rename column removed_at to deleted_at;
alter table user_group_member
    add column updated_at timestamptz generated always as (coalesce(deleted_at, created_at)) stored,
    add column updated_by uuid;
alter table user_group_member alter column updated_at drop expression;
alter table password_reset
    add column updated_at timestamptz generated always as (coalesce(used_at, created_at)) stored,
    add column created_by uuid,
    add column updated_by uuid,
    add column deleted_at timestamptz;
alter table password_reset alter column updated_at drop expression;
alter table session
    add column updated_at timestamptz generated always as (coalesce(ended_at, created_at)) stored,
    add column created_by uuid generated always as (user_id) stored,
    add column updated_by uuid,
    add column deleted_at timestamptz;
alter table session
    alter column updated_at drop expression,
    alter column created_by drop expression;

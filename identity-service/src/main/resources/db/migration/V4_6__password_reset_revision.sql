-- As for members of groups; a file of its own, since it writes the table anew and no other is to wait for that.
alter table password_reset
    add column updated_at timestamptz generated always as (coalesce(used_at, created_at)) stored,
    add column created_by uuid,
    add column updated_by uuid,
    add column deleted_at timestamptz;
alter table password_reset alter column updated_at drop expression;

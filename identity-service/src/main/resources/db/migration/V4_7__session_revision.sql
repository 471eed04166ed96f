-- As for members of groups; a file of its own, since it writes the table anew and no other is to wait for that.
alter table session
    add column updated_at timestamptz generated always as (coalesce(ended_at, created_at)) stored,
    add column created_by uuid generated always as (user_id) stored,
    add column updated_by uuid,
    add column deleted_at timestamptz;
alter table session
    alter column updated_at drop expression,
    alter column created_by drop expression;

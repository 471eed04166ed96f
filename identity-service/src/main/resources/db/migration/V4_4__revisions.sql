-- Who changed keys and invitations is known from now on, as of everything else. Who created the old ones is generated, since row
-- level security hides rows from an update of the table's owner; who changed those last nobody wrote down.
alter table api_key
    add column created_by uuid generated always as (user_id) stored,
    add column updated_by uuid,
    add column deleted_at timestamptz;
alter table api_key alter column created_by drop expression;
alter table invitation
    add column created_by uuid generated always as (invited_by) stored,
    add column updated_by uuid,
    add column deleted_at timestamptz;
alter table invitation alter column created_by drop expression;

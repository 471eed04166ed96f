-- An address is somebody's once they have proved it. Until then it keeps others from it within its tenant only, whose
-- administrators see whom it was given to.
set local lock_timeout = '5s';
create unique index app_user_email_proved on app_user (lower(email)) where status <> 'DELETED' and email_verified;
create unique index app_user_email_of_tenant on app_user (tenant_id, lower(email)) where status <> 'DELETED';
-- Last, since from here on nobody can sign in until this is committed.
drop index app_user_email;
alter index app_user_email_proved rename to app_user_email;

-- Where the token was mailed to: it is worth nothing once the user has another address.
alter table password_reset add column email text;

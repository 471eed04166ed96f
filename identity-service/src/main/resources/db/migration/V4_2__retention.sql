-- Old rows are found by their age.
create index session_ended_at on session (ended_at) where ended_at is not null;
create index mail_created_at on mail (created_at);
create index password_reset_expires_at on password_reset (expires_at);
create index registration_expires_at on registration (expires_at);
create index email_verification_expires_at on email_verification (expires_at);
create index invitation_expires_at on invitation (expires_at);

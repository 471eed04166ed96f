-- The login by which a console was asked for: it ends with that. One that was asked for with an API key, or before this was noted, has none.
alter table console_session add column login_session_id uuid;

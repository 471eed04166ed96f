-- Keycloak's events are read in streams, each by a task of its own: a flood of failed logins delays nothing else.
alter table login_reading add column stream text not null default 'SESSIONS'
    check (stream in ('ADMINISTRATION', 'CREDENTIALS', 'SESSIONS', 'FAILURES'));
alter table login_reading alter column stream drop default;
alter table login_reading add unique (stream);
insert into login_reading (id, stream, read_until, looked_at)
select '00000000-0000-7000-8000-000000000002'::uuid, 'CREDENTIALS', read_until, looked_at from login_reading
union all
select '00000000-0000-7000-8000-000000000003'::uuid, 'FAILURES', read_until, looked_at from login_reading
union all
select '00000000-0000-7000-8000-000000000004'::uuid, 'ADMINISTRATION', admin_read_until, looked_at from login_reading;
alter table login_reading drop column admin_read_until;

-- Failed logins of nobody in particular that were counted, for as long as Keycloak's events of then are read again.
create table counted_login_failure (
    event_id text primary key,
    at timestamptz not null
);
create index counted_login_failure_at on counted_login_failure (at);

-- Calendar time: now, unless a test has moved the suite's time forward; then TenantTransaction and TenantRead say how far.
-- now() stays for what is compared with the clocks of other programs: leases, heartbeats, and the age of technical rows.
create function calendar_now() returns timestamptz
    language sql stable parallel safe
    return now() + coalesce(nullif(current_setting('skyholm.ahead', true), ''), '0')::interval;

alter table reconcile_task alter column due_at set default calendar_now();

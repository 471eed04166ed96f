-- Billing makes and shows plans. Compute keeps what an instance becomes by one: another may have the name of one that was retired, and
-- what it costs is nothing that compute needs.
alter table known_plan
    drop constraint known_plan_name,
    drop column bandwidth_gbps,
    drop column traffic_gb,
    drop column hourly_rate,
    drop column monthly_rate,
    drop column currency,
    drop column regions,
    drop column created_at,
    drop column updated_at;

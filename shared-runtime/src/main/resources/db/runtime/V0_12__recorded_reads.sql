-- The resource types of which a tenant has reading calls recorded as well.
alter table known_tenant add column recorded_reads text[] not null default '{}';

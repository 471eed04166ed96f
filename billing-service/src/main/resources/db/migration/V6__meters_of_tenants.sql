-- A thing that goes to another tenant has a meter for each: the first has the id of what it meters, another has its own.
alter table meter add column resource_id uuid;
update meter set resource_id = id;
alter table meter alter column resource_id set not null;
create unique index meter_resource on meter (resource_id, tenant_id);

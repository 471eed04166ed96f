-- A plan may be the price of storage: its rates are those of as many GiB as it says. Who has some of an article pays by the plan that sells it
-- then, so there is one of each at a time.
alter table plan drop constraint plan_kind_check;
alter table plan add constraint plan_kind_check check (kind in ('VPS', 'CONTAINER', 'DISK', 'SNAPSHOT', 'BACKUP', 'IMAGE'));
alter table plan add column disk_type text check (disk_type in ('STANDARD', 'SSD', 'NVME'));
alter table plan add check ((disk_type is not null) = (kind = 'DISK'));
alter table plan add column article text generated always as
    (case when kind not in ('VPS', 'CONTAINER') then kind || coalesce('/' || disk_type, '') end) stored;
alter table plan add check (article is null or disk_gb > 0);
create unique index plan_article on plan (article) where article is not null and deleted_at is null;

-- What is there is paid by its size, by whichever plan sells it in an hour: facts say of what, and how much.
alter table meter drop constraint meter_resource_type_check;
alter table meter add constraint meter_resource_type_check
    check (resource_type in ('INSTANCE', 'DISK', 'SNAPSHOT', 'BACKUP', 'IMAGE_VERSION'));
alter table meter add column article text;
alter table meter add column size_gb integer check ((size_gb is null) = (article is null));
create index meter_article on meter (article, plan_id) where article is not null;
alter table meter_state add column article text;
alter table meter_state add column size_gb integer check ((size_gb is null) = (article is null));
alter table usage_charge add column size_gb integer;

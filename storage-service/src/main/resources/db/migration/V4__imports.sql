-- A version's bytes may be fetched from a URL until import_until. The query is apart: it may hold a signature, which nobody is shown.
alter table image_version add column source_url text;
alter table image_version add column source_query text;
alter table image_version add column import_until timestamptz;
alter table image_version add column received_bytes bigint;
create index image_version_importing on image_version (id) where import_until is not null;

-- What is fetched comes in as an upload, of which the platform is the sender.
alter table upload add column is_import boolean not null default false;
alter table upload add column source_validator text;

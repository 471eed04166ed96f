-- The API key with which an import was asked for: one that is revoked fetches nothing more.
alter table image_version add column import_key_id uuid;

-- A source that has other bytes each time would have them fetched anew, under another name in the store, until its time is over.
alter table image_version add column import_restarts integer not null default 0;

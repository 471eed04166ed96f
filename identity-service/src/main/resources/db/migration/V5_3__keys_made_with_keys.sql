-- The key with which a key was made: it does not outlive that one.
alter table api_key add column made_with uuid references api_key;
create index api_key_made_with on api_key (made_with) where made_with is not null;

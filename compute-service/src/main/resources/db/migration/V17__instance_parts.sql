-- What an instance waits for and gives back is a list of parts, so that another part needs no column of its own. Types are
-- changed in place: an update would see no row here, for row level security binds the owner of the table too.
-- All in one statement, so that the table is written anew once.
alter table instance rename column network_wanted to parts_wanted;
alter table instance rename column network_held to parts_held;
alter table instance rename column fate to intent;
alter table instance
    alter column parts_wanted type text[] using case when parts_wanted then array['network'] else array[]::text[] end,
    alter column parts_held type text[] using case when parts_held then array['network'] else array[]::text[] end,
    alter column intent type text using case intent when 'GIVE_BACK' then 'RELEASE' else intent end;

-- Which revision of its desired state the host was told, with what attached. An instance of an earlier version counts as
-- not told: its host's desired state is made once more, and as it is the same, nothing is sent.
alter table instance add column spec_revision bigint not null default 1;
alter table instance add column told_revision bigint not null default 0;
alter table instance add column told_attachments text[] not null default '{}';

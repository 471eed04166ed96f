-- Every kind of thing on hosts has the same columns. What a host is told is its desired state.
alter table port rename column wish_generation to desired_generation;
alter table port rename column is_wished to desired_present;

-- What a host has settled stands apart from what it reported last: until now seen_generation was the former. The values of
-- old rows are generated, since row level security hides rows from an update of the table's owner.
alter table port
    add column settled_generation bigint not null generated always as (seen_generation) stored,
    add column seen_settled boolean not null
        generated always as (seen_state is not null and seen_state in ('RUNNING', 'ABSENT')) stored,
    add column seen_detail text;
alter table port
    alter column settled_generation drop expression,
    alter column seen_settled drop expression;

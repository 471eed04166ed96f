-- Every kind of thing on hosts has the same columns. What a host is told is its desired state.
alter table virtual_machine rename column wish_generation to desired_generation;
alter table virtual_machine rename column wish_present to desired_present;
alter table virtual_machine rename column wish_hash to desired_hash;

-- The last that a host has settled. The values of old rows are generated, since row level security hides rows from an
-- update of the table's owner.
alter table virtual_machine add column settled_generation bigint not null
    generated always as (case when seen_settled then seen_generation else 0 end) stored;
alter table virtual_machine alter column settled_generation drop expression;

-- Rows stay for ever, and operators ask for those of one machine.
create index virtual_machine_on_machine on virtual_machine (compute_machine_id) where compute_machine_id is not null;

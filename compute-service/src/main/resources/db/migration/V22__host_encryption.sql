-- The key with which what a host alone may read is encrypted; an agent of before has told none.
alter table compute_machine add column agent_encryption_key text;

-- What a host's agent has signed of the key that secrets are encrypted with for it, and when it last replaced that key.
alter table compute_machine add column agent_encryption_key_signature text;
alter table compute_machine add column agent_encryption_key_changed_at timestamptz;

-- The X25519 key that a host's secrets are encrypted with; null for agents older than host encryption.
alter table compute_machine add column agent_encryption_key text;

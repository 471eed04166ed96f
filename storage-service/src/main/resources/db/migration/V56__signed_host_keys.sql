-- Who is believed when a host's key is told: the key of the agent that was first told of as the host's.
alter table known_host_key add column agent_public_key text;
update known_host_key key set agent_public_key = machine.agent_public_key from known_machine machine where machine.id = key.id;

-- What an instance of an image has where nobody says how large it is. Null for those of which storage has told nothing since.
alter table known_image
    add column recommended_cpu_cores integer,
    add column recommended_memory_gb integer;

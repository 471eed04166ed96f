-- How large an instance of a template is at least; a version keeps it in its snapshot.
alter table template
    add column min_cpu_cores integer,
    add column min_memory_gb integer,
    add column min_storage_gb integer;

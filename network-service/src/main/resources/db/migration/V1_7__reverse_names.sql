-- What the net shall be told that an address is called, by whoever answers such questions.
alter table ip_address add column reverse_name text check (reverse_name = lower(reverse_name));

-- The region that a data centre is in, in the operator's words; instances ask for a place in one by its name.
alter table edge_data_center add column region text;

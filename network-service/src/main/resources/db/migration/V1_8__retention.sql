-- Old rows are found by their age.
create index traffic_month on traffic (month);
create index traffic_counter_month on traffic_counter (month);

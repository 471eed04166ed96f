-- Every host of real guests can be looked into.
select hostname, trouble from observed_guest_host where trouble is not null

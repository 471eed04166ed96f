-- Every object store of storage can be listed.
select store, trouble from observed_store where trouble is not null

-- storage set no event aside.
select consumer, id, topic, reason from storage.parked_event

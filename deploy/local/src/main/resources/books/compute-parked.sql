-- compute set no event aside.
select consumer, id, topic, reason from compute.parked_event

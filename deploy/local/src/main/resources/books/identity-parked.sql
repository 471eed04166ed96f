-- identity set no event aside.
select consumer, id, topic, reason from identity.parked_event

-- audit set no event aside.
select consumer, id, topic, reason from audit.parked_event

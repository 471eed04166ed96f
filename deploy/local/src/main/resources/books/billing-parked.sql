-- billing set no event aside.
select consumer, id, topic, reason from billing.parked_event

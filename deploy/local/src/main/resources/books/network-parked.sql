-- network set no event aside.
select consumer, id, topic, reason from network.parked_event

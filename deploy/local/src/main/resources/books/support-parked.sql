-- support set no event aside.
select consumer, id, topic, reason from support.parked_event

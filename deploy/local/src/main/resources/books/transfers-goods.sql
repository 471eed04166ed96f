-- What is held for another tenant is held by an offer that is being prepared, or was accepted and is still to be followed; what was given
-- belongs to an offer that was accepted.
select goods.id, goods.context, goods.phase, offer.status
from (select id, 'storage' as context, phase from storage.instance_goods
    union all select id, 'network', phase from network.instance_goods) goods
left join compute.instance_transfer offer on offer.id = goods.id
where (goods.phase = 'PREPARED' and offer.status <> 'PREPARING') or (goods.phase = 'GIVEN' and offer.status <> 'ACCEPTED')

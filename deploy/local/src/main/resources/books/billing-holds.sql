-- What is held of a wallet is what its open holds keep.
select w.id, w.held, coalesce(sum(h.amount), 0) as open
from billing.wallet w left join billing.hold h on h.wallet_id = w.id and h.status = 'OPEN'
group by w.id, w.held
having w.held <> coalesce(sum(h.amount), 0)

-- A wallet's balance is the sum of its postings.
select w.id, w.balance, coalesce(sum(p.amount), 0) as posted
from billing.wallet w left join billing.posting p on p.wallet_id = w.id and p.account = 'WALLET'
group by w.id, w.balance
having w.balance <> coalesce(sum(p.amount), 0)

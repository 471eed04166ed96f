-- The postings of each transaction sum to zero, and what they move on the wallet is what it says.
select t.id, t.amount, sum(p.amount) as sum, coalesce(sum(p.amount) filter (where p.account = 'WALLET'), 0) as moved
from billing.ledger_transaction t left join billing.posting p on p.transaction_id = t.id
group by t.id, t.amount
having sum(p.amount) is distinct from 0 or sum(p.amount) filter (where p.account = 'WALLET') is distinct from t.amount

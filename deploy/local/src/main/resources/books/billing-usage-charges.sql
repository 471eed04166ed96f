-- What was charged for usage is what the ledger says of it.
select c.id, c.amount, t.amount as posted
from billing.usage_charge c join billing.ledger_transaction t on t.id = c.transaction_id
where t.amount <> -c.amount or t.wallet_id <> c.wallet_id

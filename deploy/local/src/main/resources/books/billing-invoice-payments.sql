-- What top-ups and credit notes are about is in the wallet once they are paid, and not before.
select i.invoice_number, i.type, i.status, i.amount, t.amount as posted
from billing.invoice i left join billing.ledger_transaction t on t.id = i.transaction_id
where i.last_transaction_id is null
    and ((i.status = 'PAID') <> (t.id is not null) or t.amount <> i.amount or t.wallet_id <> i.wallet_id
        or t.idempotency_key <> 'invoice/' || i.id
        or t.type <> case i.type when 'TOP_UP' then 'DEPOSIT' else 'REFUND' end)

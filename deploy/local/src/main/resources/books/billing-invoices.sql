-- What invoices of a period say is what has moved: lines and fractions sum to the amount, and the amount, with what is left, to the transactions.
select i.invoice_number, i.type, i.amount, lines.sum as lines, moved.sum as moved
from billing.invoice i
    cross join lateral (select sum((line ->> 'amount')::numeric) as sum from json_array_elements(i.line_items::json) line) lines
    cross join lateral (
        select -sum(t.amount) as sum from billing.ledger_transaction t
        where t.wallet_id = i.wallet_id and t.id <= i.last_transaction_id and (i.after_transaction_id is null or t.id > i.after_transaction_id)
            and t.type <> 'DEPOSIT' and t.idempotency_key not like 'invoice/%'
            and (t.type <> 'ADJUSTMENT' or t.idempotency_key like 'meter/%')) moved
where i.last_transaction_id is not null
    and (abs(moved.sum) <> abs(lines.sum)
        or i.amount * case i.type when 'CREDIT_NOTE' then -1 else 1 end <> moved.sum + i.fraction_before - i.fraction_after)

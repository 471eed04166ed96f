-- Each transaction's balance is what the one before it on its wallet left, and its own amount.
select id, balance_after, before + amount as expected
from (
    select id, balance_after, amount, coalesce(lag(balance_after) over (partition by wallet_id order by id), 0) as before
    from billing.ledger_transaction) walked
where balance_after <> before + amount

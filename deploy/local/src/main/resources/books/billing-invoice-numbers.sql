-- The numbers of each issuer have no gaps.
select s.issuer, s.last_number, count(i.id) as invoices, min(i.number) as first, max(i.number) as last
from billing.invoice_series s left join billing.invoice i on i.series = s.issuer
group by s.issuer, s.last_number
having count(i.id) <> s.last_number or min(i.number) <> 1 or max(i.number) <> s.last_number

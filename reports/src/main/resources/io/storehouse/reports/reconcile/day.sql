-- Totals of documents by store and business date, of their lines that count.
select
    store,
    business_date,
    '' as label,
    count(*) filter (where kind = 'sale') as orders,
    count(*) filter (where kind = 'return') as returns,
    coalesce(sum(lines), 0) as lines,
    coalesce(sum(units) filter (where kind = 'sale'), 0) as units,
    coalesce(sum(gross) filter (where kind = 'sale'), 0) as gross,
    coalesce(sum(discount) filter (where kind = 'sale'), 0) as discount,
    coalesce(sum(amount) filter (where kind = 'return'), 0) as returned,
    coalesce(sum(if(kind = 'sale', amount, -amount)), 0) as net,
    coalesce(sum(fingerprint), 0) as fingerprint
from ({documents}) as documents
group by all

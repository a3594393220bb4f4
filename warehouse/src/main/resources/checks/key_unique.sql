select
    ${key},
    count(*) as copies
from ${table}
group by ${key}
having count(*) > 1

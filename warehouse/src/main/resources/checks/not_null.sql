select *
from ${table}
where ${any_null}

-- Stores and products as they were last changed.
create or replace view newest_{snapshot} as
select *
from reference_{snapshot}
qualify row_number() over (
    partition by type, key
    order by recorded_at desc nulls last, coalesce(position, '') desc, kafka_offset
) = 1

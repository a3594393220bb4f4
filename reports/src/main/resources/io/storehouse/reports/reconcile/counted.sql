-- Sales and returns that have lines that count; one of gift cards alone is neither.
create or replace view counted_{snapshot} as
select *
from document_{snapshot}
where lines > 0

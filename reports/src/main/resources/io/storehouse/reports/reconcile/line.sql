-- Lines of sales and returns that count in figures.
create view line as
select * exclude (counts)
from item
where counts

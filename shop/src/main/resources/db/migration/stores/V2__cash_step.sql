alter table store add column cash_step decimal(19, 4) null comment 'to which cash is rounded';

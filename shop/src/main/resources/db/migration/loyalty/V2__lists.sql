alter table points_account add key points_account_tier (tier, customer);

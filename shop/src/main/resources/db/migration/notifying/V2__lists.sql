alter table notification
    add key notification_time (created_at),
    add key notification_store_time (store, created_at);

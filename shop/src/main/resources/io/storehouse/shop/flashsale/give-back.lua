-- Undoes a claim that is still not in the queue. KEYS: sale, buyers, claims, pending. ARGV: claim, buyer.
if redis.call('zrem', KEYS[4], ARGV[1]) == 0 then
    return 0
end
if redis.call('hget', KEYS[3], ARGV[1]) ~= 'p:' .. ARGV[2] then
    return 0
end
redis.call('hdel', KEYS[3], ARGV[1])
if redis.call('hget', KEYS[2], ARGV[2]) == ARGV[1] then
    redis.call('hdel', KEYS[2], ARGV[2])
end
if redis.call('exists', KEYS[1]) == 1 then
    redis.call('hincrby', KEYS[1], 'remaining', 1)
end
return 1

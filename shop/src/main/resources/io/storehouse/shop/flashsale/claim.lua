-- Claims one unit for one buyer. KEYS: sale, buyers, claims, pending. ARGV: claim, buyer, now (ms).
if redis.call('exists', KEYS[1]) == 0 then
    return 'preparing'
end
local known = redis.call('hget', KEYS[3], ARGV[1])
if known then
    if string.sub(known, 3) ~= ARGV[2] then
        return 'conflict'
    end
    if redis.call('zscore', KEYS[4], ARGV[1]) then
        return 'unsent'
    end
    return 'known'
end
local now = tonumber(ARGV[3])
local sale = redis.call('hmget', KEYS[1], 'from', 'until', 'remaining')
if now < tonumber(sale[1]) then
    return 'early'
end
if now >= tonumber(sale[2]) then
    return 'over'
end
if redis.call('hexists', KEYS[2], ARGV[2]) == 1 then
    return 'second'
end
if tonumber(sale[3]) <= 0 then
    return 'sold-out'
end
redis.call('hincrby', KEYS[1], 'remaining', -1)
redis.call('hset', KEYS[2], ARGV[2], ARGV[1])
redis.call('hset', KEYS[3], ARGV[1], 'p:' .. ARGV[2])
redis.call('zadd', KEYS[4], ARGV[3], ARGV[1])
return 'claimed'

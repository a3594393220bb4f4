-- Takes over a definition. KEYS: sale, buyers, claims, pending. ARGV: version, quota, from (ms), until (ms; 0 of a closed sale, which
-- is forgotten after a day), server, whether it may be made anew (1 or 0).
-- Answers 1 when the sale is there in this version or a later one.
if redis.call('exists', KEYS[1]) == 0 then
    if ARGV[6] == '0' then
        return 0
    end
    redis.call('hset', KEYS[1], 'version', ARGV[1], 'quota', ARGV[2], 'remaining', ARGV[2], 'from', ARGV[3],
        'until', ARGV[4], 'server', ARGV[5])
    return 1
end
local had = redis.call('hmget', KEYS[1], 'version', 'quota')
if tonumber(had[1]) < tonumber(ARGV[1]) then
    redis.call('hincrby', KEYS[1], 'remaining', tonumber(ARGV[2]) - tonumber(had[2]))
    redis.call('hset', KEYS[1], 'version', ARGV[1], 'quota', ARGV[2], 'from', ARGV[3], 'until', ARGV[4])
end
if ARGV[4] == '0' then
    for _, key in ipairs(KEYS) do
        redis.call('expire', key, 86400)
    end
end
return 1
